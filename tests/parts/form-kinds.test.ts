/** Every kind of question at once: what hostile hands write into them, and what a strict page lets them do. */
import { expect, html, waitUntil } from '@open-wc/testing';
import { elementsOf, evaluate } from '../../src/model/form/index.ts';
import { toldOf } from '../../src/parts/form/answers.ts';
import '../../src/parts/form/index.ts';
import type { FilledForm, MulinForm } from '../../src/parts/form/index.ts';
import { formWords } from '../../src/parts/form/strings.ts';
import type { MulinPhoto } from '../../src/ui/index.ts';
import { everyKind, namesOfKinds } from '../harness/every-kind.ts';
import { noon } from '../harness/forms.ts';
import { pageOf } from '../harness/roles.ts';
import { inScope, settled } from '../harness/scope.ts';

const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>${7*7}{{7*7}}';
const hostile: readonly unknown[] = [
  ...[evil, 'javascript:window.hit=1', '__proto__', 'constructor', '\u202Egnp.exe\u0000', '\ud800'],
  ...['2026-99-99', '99:99', '[', '{"a":', 'x'.repeat(20_000), '𠮷'.repeat(99)],
  ...[null, true, -1, 1e308, [], [evil], [null, {}], {}, { road: evil }, { name: [evil] }],
  ...[[{ name: evil }], [[[]]], { toString: 1, length: 3 }],
];

const show = (answers: unknown): Promise<MulinForm> =>
  inScope<MulinForm>(
    'mulin-form',
    html`<mulin-form .form=${everyKind} .answers=${answers}></mulin-form>`,
  );

/** All elements below, through shadow roots. */
const below = (root: ParentNode): readonly Element[] =>
  [...root.querySelectorAll('*')].flatMap((one) => [
    one,
    ...(one.shadowRoot ? below(one.shadowRoot) : []),
  ]);

describe('every kind of question', () => {
  it('whatever a stranger has put into the answers stays words, and the form stands', async () => {
    const form = await show({});
    const errors: string[] = [];
    const note = (event: Event): void => void errors.push(String((event as ErrorEvent).message));
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    try {
      for (const value of hostile) {
        form.answers = Object.fromEntries(namesOfKinds.map((name) => [name, value]));
        await settled(form);
        const told = JSON.stringify(value)?.slice(0, 60);
        const inside = below(form.shadowRoot as ParentNode);
        expect(
          inside.filter((one) => one.matches('img, script, iframe')),
          told,
        ).to.eql([]);
        const controls = inside.filter((one) => one.matches('[data-key]'));
        expect(controls.length, told).to.be.at.least(namesOfKinds.length - 2);
      }
      expect(errors).to.eql([]);
      expect(window).not.to.have.property('hit');
    } finally {
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    }
  });

  it('and can be read over, whatever it is', () => {
    for (const value of hostile) {
      const answers = Object.fromEntries(namesOfKinds.map((name) => [name, value]));
      for (const element of elementsOf(evaluate(everyKind, answers, noon).root))
        expect(toldOf(element, formWords['zh-CN'], 'zh-CN', []), element.path).to.be.a('string');
    }
  });

  it('a time of day is asked by the clock', async () => {
    const form = await show({ from: '09:30' });
    const page = pageOf(form);
    expect(await page.find('textbox', /from/)).to.have.property('value', '09:30');
    await page.type(/from/, '1405');
    expect(form.verdict?.answers).to.include({ from: '14:05' });
    await page.type(/from/, '2560');
    expect(form.verdict?.ok).to.equal(false);
  });

  it('runs under the strictest policy with Trusted Types, typed into, judged and read over', async () => {
    const frame = document.createElement('iframe');
    const policy =
      "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
      <body><script type="module" src="/tests/harness/strict-form.ts"></script></body>`;
    frame.style.cssText = 'inline-size: 780px; block-size: 500px';
    document.body.append(frame);
    try {
      const inside = (): { element?: MulinForm; broken?: string[] } =>
        frame.contentWindow as unknown as { element?: MulinForm; broken?: string[] };
      await waitUntil(() => inside().element?.shadowRoot?.querySelector('form'), 'the form', {
        timeout: 20_000,
      });
      const form = inside().element as MulinForm;
      await settled(form);
      await waitUntil(
        () => below(form.shadowRoot as ParentNode).every((one) => !one.matches(':not(:defined)')),
        'every kind of control',
        { timeout: 20_000 },
      );
      const lines = below(form.shadowRoot as ParentNode).filter((one) =>
        one.matches('input:not([type=radio], [type=checkbox], [type=file]), textarea'),
      ) as HTMLInputElement[];
      expect(lines.length).to.be.at.least(12);
      for (const line of lines) {
        const { InputEvent: Stroke } = frame.contentWindow as unknown as typeof globalThis;
        line.value = evil;
        line.dispatchEvent(new Stroke('input', { bubbles: true, composed: true }));
        await settled(form);
      }
      expect(form.reportValidity()).to.equal(false);
      await settled(form);
      expect(form.shadowRoot?.querySelectorAll('.summary li').length).to.be.at.least(3);
      form.answers = { words: 'a', name: 'statement' };
      await settled(form);
      const [forward] = [...(form.shadowRoot?.querySelectorAll('[part=forward] *') ?? [])];
      (forward as HTMLElement).click();
      await waitUntil(() => form.shadowRoot?.querySelector('mulin-facts:defined'), 'the review', {
        timeout: 10_000,
      });
      expect(inside().broken).to.eql([]);
      expect(frame.contentWindow).not.to.have.property('hit');
    } finally {
      frame.remove();
    }
  });
});

describe('photos in a form', () => {
  const bytes = (content: BlobPart, name: string): File =>
    new File([content], name, { type: 'image/jpeg' });
  const picture = async (side: number): Promise<File> => {
    const canvas = new OffscreenCanvas(side, side);
    canvas.getContext('2d')?.fillRect(0, 0, side / 2, side);
    return new File([await canvas.convertToBlob({ type: 'image/png' })], 'id.png');
  };
  /** A few bytes that say they are 40,000 pixels wide and high. */
  const bomb = async (): Promise<File> => {
    const png = new Uint8Array(await (await picture(8)).arrayBuffer());
    for (const at of [16, 20]) new DataView(png.buffer).setUint32(at, 40_000);
    return bytes(png, 'small.png');
  };
  const choose = async (photo: MulinPhoto, file: File): Promise<void> => {
    const input = photo.shadowRoot?.querySelector('input') as HTMLInputElement;
    const data = new DataTransfer();
    data.items.add(file);
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    await settled(photo);
    await waitUntil(() => !photo.shadowRoot?.querySelector('[busy]'), 'it has been looked at');
    await settled(photo);
  };

  it('what is no photo is refused in its place and leaves the answers as they were', async () => {
    const form = await show({});
    const page = pageOf(form);
    const photo = await waitUntilThere(form);
    const refused: readonly (readonly [File, RegExp])[] = [
      [bytes('', 'photo.jpg'), /空的/],
      [bytes(new Uint8Array(50 * 2 ** 20), 'photo.jpg'), /太大/],
      [bytes('MZ\x90\x00\x03', 'photo.jpg'), /不是照片/],
      [bytes('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'IMG_1.jpg'), /HEIC/i],
      [await bomb(), /太大/],
    ];
    for (const [file, words] of refused) {
      await choose(photo, file);
      await page.read(words);
      expect(form.verdict?.answers, file.name).not.to.have.property('photo');
    }
    await choose(photo, await picture(64));
    expect(form.verdict?.answers).to.have.property('photo').with.length(1);
  });

  it('a photo goes along when the form is handed in, and its answer names it', async () => {
    const done: FilledForm[] = [];
    const form = await show({ name: 'statement' });
    form.addEventListener('done', (event) => done.push((event as CustomEvent<FilledForm>).detail));
    await choose(await waitUntilThere(form), await picture(64));
    await pageOf(form).press('去核对');
    await new Promise((rest) => setTimeout(rest, 520)); // two quick presses are one
    await pageOf(form).press('提交');
    const [file] = done[0]?.files ?? [];
    expect([file?.item, file?.type]).to.eql(['/photo', 'image/jpeg']);
    expect(done[0]?.answers).to.deep.include({ photo: [file?.id] });
  });

  async function waitUntilThere(form: MulinForm): Promise<MulinPhoto> {
    const find = (): MulinPhoto | null =>
      form.shadowRoot?.querySelector('mulin-photo:defined') ?? null;
    await waitUntil(find, 'the control for photos');
    const photo = find() as MulinPhoto;
    await settled(photo);
    return photo;
  }
});
