import { expect, html } from '@open-wc/testing';
import * as fc from 'fast-check';
import core from 'qrcode/lib/core/qrcode.js';
import type { MulinQr } from '../../src/ui/qr.ts';
import '../../src/ui/qr.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, themes, type Ground } from '../harness/scope.ts';

const receipt = '婚姻登记预约 7K2M-9QXD,2026年12月11日 10:00,睦邻大厅';

const qr = (value: string, ground?: Ground): Promise<MulinQr> =>
  inScope<MulinQr>(
    'mulin-qr',
    html`<mulin-qr .value=${value} label="预约回执的二维码">7K2M-9QXD</mulin-qr>`,
    ground,
  );

const drawing = (element: MulinQr): SVGSVGElement | null =>
  element.shadowRoot?.querySelector<SVGSVGElement>('[role=img]') ?? null;

/** What a scanner sees: the drawing on a canvas, each module by the colour in its middle. */
async function seen(element: MulinQr, pixelsPerModule: number): Promise<boolean[][]> {
  const svg = drawing(element)!;
  const modules = svg.viewBox.baseVal.width;
  const size = modules * pixelsPerModule;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(size));
  copy.setAttribute('height', String(size));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  const pencil = canvas.getContext('2d')!;
  pencil.fillStyle = '#fff';
  pencil.fillRect(0, 0, size, size);
  pencil.drawImage(image, 0, 0, size, size);
  const { data } = pencil.getImageData(0, 0, size, size);
  const middle = (index: number): number => Math.floor((index + 0.5) * pixelsPerModule);
  return Array.from({ length: modules }, (_, row) =>
    Array.from(
      { length: modules },
      (_, column) => data[(middle(row) * size + middle(column)) * 4]! < 128,
    ),
  );
}

/** What ought to be seen: the symbol in a white margin of four modules. */
function symbol(text: string): boolean[][] {
  const { size, data } = core.create(text).modules;
  return Array.from({ length: size + 8 }, (_, row) =>
    Array.from({ length: size + 8 }, (_, column) => {
      const [r, c] = [row - 4, column - 4];
      return r >= 0 && c >= 0 && r < size && c < size && data[r * size + c] === 1;
    }),
  );
}

const bytesIn = (text: string): number[] => {
  const { segments } = core.create(text);
  return segments.flatMap(({ data }) =>
    typeof data === 'string' ? [...new TextEncoder().encode(data)] : [...data],
  );
};

describe('mulin-qr', () => {
  it('draws every module of the symbol, in a white margin of four, at any size', async () => {
    for (const text of ['1', 'HTTPS://MULIN.EXAMPLE/R/7K2M', receipt]) {
      const element = await qr(text);
      for (const pixels of [1, 3, 7])
        expect(await seen(element, pixels), `${text} at ${pixels}`).to.deep.equal(symbol(text));
    }
  });

  it('carries Chinese, emoji and all of Unicode as UTF-8', () => {
    for (const text of [receipt, '睦邻', '👩‍👩‍👧 ½ ﷽ 𠮷野家'])
      expect(new TextDecoder().decode(new Uint8Array(bytesIn(text)))).to.equal(text);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (text) => {
        expect(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytesIn(text))),
        ).to.equal(text);
      }),
      { numRuns: 50 },
    );
  });

  it('is an image with a name, and its words stand beside it to be read and copied', async () => {
    const element = await qr(receipt);
    expect(drawing(element)?.ariaLabel).to.equal('预约回执的二维码');
    getSelection()?.selectAllChildren(element);
    expect(getSelection()?.toString().trim()).to.equal('7K2M-9QXD');
    element.label = '';
    await element.updateComplete;
    expect(drawing(element)?.ariaLabel).to.equal('二维码');
  });

  it('draws nothing of nothing', async () => {
    const element = await qr('');
    expect(drawing(element)).to.equal(null);
    expect(element.innerText).to.equal('7K2M-9QXD');
    element.value = receipt;
    await element.updateComplete;
    expect(drawing(element)).to.exist;
  });

  it('says so when a text is too long, keeps the words, and recovers', async () => {
    const element = await qr('长'.repeat(2000));
    expect(drawing(element)).to.equal(null);
    expect(element.shadowRoot?.querySelector('[role=note]')?.textContent).to.equal(
      '内容太长，画不成二维码。',
    );
    expect(element.innerText).to.include('7K2M-9QXD');
    element.value = '长'.repeat(700);
    await element.updateComplete;
    expect(await seen(element, 1)).to.deep.equal(symbol('长'.repeat(700)));
  });

  it('hostile text is text', async () => {
    for (const text of ['<svg onload=alert(1)>', '"><script>alert(1)</script>', '\0\u202E']) {
      const element = await qr(text);
      expect(element.shadowRoot?.querySelectorAll('script').length).to.equal(0);
      expect(await seen(element, 2), JSON.stringify(text)).to.deep.equal(symbol(text));
    }
  });

  it('half a character does not break the rest', async () => {
    const element = await qr('睦\uD800邻');
    expect(await seen(element, 2)).to.deep.equal(symbol('睦\uFFFD邻'));
  });

  it('is black on white in every theme, and accessible', async () => {
    for (const theme of themes) {
      const element = await qr(receipt, { theme });
      const svg = drawing(element)!;
      expect(getComputedStyle(svg).backgroundColor, theme).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(svg.querySelector('path')!).fill, theme).to.equal('rgb(0, 0, 0)');
      await accessible(element.closest('mulin-scope')!);
    }
  });

  it('fills the width of its place, square', async () => {
    const element = await qr(receipt);
    Object.assign(element.style, { width: '233px' });
    const { width, height } = drawing(element)!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([233, 233]);
  });

  it('leaves nothing behind', () =>
    leavesNoTrace(html`<mulin-qr value=${receipt}>7K2M</mulin-qr>`));
});
