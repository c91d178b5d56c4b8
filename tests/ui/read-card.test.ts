import { expect, html } from '@open-wc/testing';
import { simulatedCardReader, type CardReader, type IdCard } from '../../src/device/card/index.ts';
import '../../src/ui/read-card.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { personBefore } from '../harness/person.ts';
import { groom } from '../harness/persons.ts';
import { scope, settled, themes, type Ground } from '../harness/scope.ts';

const card: IdCard = { kind: 'resident', idNumber: groom, name: '示例' };

async function before(cardReader: CardReader | undefined, ground?: Ground) {
  const read: IdCard[] = [];
  const heard: Event[] = [];
  const page = await scope(
    html`<mulin-read-card
      @read=${(event: CustomEvent<IdCard>) => read.push(event.detail)}
    ></mulin-read-card>`,
    ground,
  );
  page.addEventListener('read', (event) => heard.push(event));
  Object.assign(page, { cardReader });
  await settled(page);
  return { page, person: personBefore(page), read, heard };
}

describe('mulin-read-card', () => {
  it('is not there where there is no reader', async () => {
    const { person } = await before(undefined);
    expect(person.screen().trim()).to.equal('');
  });

  it('reads nothing before somebody asks for it, even with a card on the reader', async () => {
    const { person, read } = await before(simulatedCardReader({ card }));
    await person.reads('刷身份证');
    expect(read).to.deep.equal([]);
  });

  it('asks for the card, reads it, and reminds of it; only its surroundings hear what it says', async () => {
    const reader = simulatedCardReader();
    const { person, read, heard, page } = await before(reader);
    await person.presses('刷身份证');
    await person.reads('请把身份证平放在读卡区');
    await accessible(page);
    reader.lay(card);
    await person.reads('请收好您的身份证');
    expect(read).to.deep.equal([card]);
    expect(heard, 'a number must not bubble to the page').to.deep.equal([]);
    expect(person.screen()).not.to.contain(groom);
  });

  it('whoever stops is not read afterwards', async () => {
    const reader = simulatedCardReader();
    const { person, read } = await before(reader);
    await person.presses('刷身份证');
    await person.presses('不刷了');
    reader.lay(card);
    await person.reads('刷身份证');
    expect(read).to.deep.equal([]);
  });

  it('nobody is read for the next person: waiting ends with the element', async () => {
    const reader = simulatedCardReader();
    const { person, page, read } = await before(reader);
    await person.presses('刷身份证');
    await person.reads('请把身份证平放在读卡区');
    page.querySelector('mulin-read-card')?.remove();
    reader.lay(card);
    await settled(page);
    expect(read).to.deep.equal([]);
  });

  it('a reader that is off says that the number can be typed', async () => {
    for (const [lang, button, words] of [
      ['zh-CN', '刷身份证', '也可以按号码填'],
      ['en', 'Use the ID card', 'Or type the number instead'],
    ] as const) {
      const { person } = await before(simulatedCardReader({ trouble: 'offline' }), { lang });
      await person.presses(button);
      await person.reads(words);
    }
  });

  it('is readable in every theme', async () => {
    for (const theme of themes) {
      const { page } = await before(simulatedCardReader(), { theme });
      await accessible(page);
    }
  });

  it('leaves no trace', () => leavesNoTrace(html`<mulin-read-card></mulin-read-card>`));
});
