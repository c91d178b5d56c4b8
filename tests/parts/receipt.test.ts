import { expect, html } from '@open-wc/testing';
import { simulatedPrinter } from '../../src/device/printer/index.ts';
import '../../src/parts/booking/mine/index.ts';
import { accessible } from '../harness/axe.ts';
import { openHall, type Hall, type Receipt } from '../harness/hall.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { registryPack, serviceOf, text } from '../harness/packs.ts';
import { personBefore } from '../harness/person.ts';
import { bride, groom, phone, phoneTail } from '../harness/persons.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';

const pack = registryPack({
  services: [
    {
      ...serviceOf('marriage', text('结婚登记', 'Marriage'), ['registry']),
      bring: [
        { what: text('双方身份证', 'Both ID cards'), note: text('原件', 'originals') },
        { what: text('合照三张', 'Three photos') },
      ],
    },
  ],
});
const slot = { service: 'marriage', place: 'registry', date: '2026-11-27', time: '10:00' };

let halls: Hall[] = [];
afterEach(() => {
  halls.forEach((hall) => hall.close());
  halls = [];
});

async function booked() {
  const hall = openHall(pack);
  halls.push(hall);
  const receipt = await hall.book(slot);
  const offer = await hall.ask('booking.offer', { service: 'marriage' });
  return { hall, receipt, offer };
}
type Booked = Awaited<ReturnType<typeof booked>>;

async function before({ hall, receipt, offer }: Booked, ground: Ground = {}) {
  const printer = simulatedPrinter();
  const page = await scope(
    html`<mulin-receipt .receipt=${receipt} .offer=${offer}></mulin-receipt>`,
    ground,
  );
  Object.assign(page, { gateway: hall.gateway, printer });
  await settled(page);
  const person = personBefore(page);
  return { page, person, printer };
}

/** What a press puts into the folder of downloads. */
async function downloaded(press: () => Promise<void>): Promise<{ name: string; file: string }> {
  const files: { name: string; file: Promise<string> }[] = [];
  const keep = (event: MouseEvent): void => {
    const link = event.target as HTMLAnchorElement;
    files.push({ name: link.download, file: fetch(link.href).then((got) => got.text()) });
    event.preventDefault();
  };
  // The link is never on the page, so it is asked itself.
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    this.addEventListener('click', keep, { once: true });
    click.call(this);
  };
  try {
    await press();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  expect(files).to.have.length(1);
  return { name: files[0]!.name, file: await files[0]!.file };
}

const value = (file: string, name: string): string | undefined =>
  new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(file.replaceAll('\r\n ', ''))?.[1]?.trim();

describe('mulin-receipt', () => {
  it('goes into the calendar of a phone, on the clock of Shanghai, with what to bring', async () => {
    const given = await booked();
    const { person, page } = await before(given);
    await person.reads('存进日历');
    await accessible(page);
    const { name, file } = await downloaded(() => person.presses('存进日历'));
    expect(name).to.equal(`2026-11-27-${given.receipt.code}.ics`);
    expect(value(file, 'DTSTART;TZID')).to.equal('20261127T100000');
    expect(value(file, 'SUMMARY')).to.equal('结婚登记预约');
    expect(value(file, 'DESCRIPTION')).to.contain('请带好：双方身份证、合照三张');
    for (const secret of [groom, bride, phone]) expect(file).not.to.contain(secret);
  });

  it('a change replaces the entry, and giving up takes it out: one name, rising numbers', async () => {
    const given = await booked();
    const { code } = given.receipt;
    const files: string[] = [];
    const keep = async (receipt: Receipt, button: string): Promise<void> => {
      const { person } = await before({ ...given, receipt });
      files.push((await downloaded(() => person.presses(button))).file);
    };
    await keep(given.receipt, '存进日历');
    const moved = await given.hall.send('booking.reschedule', {
      code,
      phoneTail,
      place: 'registry',
      date: '2026-11-28',
      time: '09:30',
    });
    await keep(moved, '存进日历');
    await keep(await given.hall.send('booking.cancel', { code, phoneTail }), '从日历里去掉');
    expect(new Set(files.map((file) => value(file, 'UID'))).size).to.equal(1);
    const numbers = files.map((file) => Number(value(file, 'SEQUENCE')));
    expect(numbers).to.deep.equal(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).to.equal(3);
    expect(files.map((file) => value(file, 'METHOD'))).to.deep.equal([
      'PUBLISH',
      'PUBLISH',
      'CANCEL',
    ]);
  });

  it('is printed with a list of what to bring, and without anybody’s number', async () => {
    const given = await booked();
    const { person, printer } = await before(given);
    await person.presses('打印出来');
    await person.reads('请从出纸口取走');
    const paper = JSON.stringify(printer.tray[0]?.lines);
    const { code } = given.receipt;
    for (const words of [
      `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`,
      '2026年11月27日 星期五 10:00',
      '双方身份证',
      '原件',
      '（示例）',
    ])
      expect(paper).to.contain(words);
    for (const { idNumber } of given.receipt.persons) expect(paper).not.to.contain(idNumber);
    expect(paper).not.to.contain(given.receipt.phone);
  });

  it('speaks English on paper and in the calendar, too', async () => {
    const { person, printer } = await before(await booked(), { lang: 'en' });
    const { file } = await downloaded(() => person.presses('Add to calendar'));
    await person.presses('Print it');
    await person.reads('Please take it from the tray');
    const said = `${file}${JSON.stringify(printer.tray)}`;
    expect(said).to.contain('Both ID cards');
    expect(said.replaceAll('\r\n ', '')).not.to.match(/[\u4e00-\u9fff]/);
  });

  it('is readable in every theme', async () => {
    const given = await booked();
    for (const theme of themes) await accessible((await before(given, { theme })).page);
  });

  it('leaves no trace', async () => {
    const { receipt, offer } = await booked();
    await leavesNoTrace(html`<mulin-receipt .receipt=${receipt} .offer=${offer}></mulin-receipt>`);
  });
});
