import { expect, html } from '@open-wc/testing';
import { scope, themes } from '../harness/scope.ts';

type Pair = readonly [text: string, ...grounds: string[]];

/** Every text colour of the house with the grounds it is written on. */
const texts: readonly Pair[] = [
  ['ink', 'paper', 'surface', 'sunken', 'river-wash', 'cinnabar-wash', 'amber-wash', 'leaf-wash'],
  ['ink-2', 'paper', 'surface', 'sunken', 'river-wash'],
  ['river', 'paper', 'surface', 'river-wash'],
  ['on-river', 'river', 'river-deep'],
  ['cinnabar', 'paper', 'surface', 'cinnabar-wash'],
  ['on-cinnabar', 'cinnabar', 'cinnabar-deep'],
  ['amber', 'paper', 'surface', 'amber-wash'],
  ['leaf', 'paper', 'surface', 'leaf-wash'],
  ['board-ink', 'board-paper', 'board-surface'],
  ['board-ink-2', 'board-paper', 'board-surface'],
  ['board-call', 'board-paper', 'board-surface'],
];

/** Edges of controls, the focus ring and large shapes, with what they stand against. */
const shapes: readonly Pair[] = [
  ['edge', 'paper', 'surface', 'sunken', 'cinnabar-wash', 'amber-wash', 'leaf-wash', 'river-wash'],
  ['river', 'paper', 'surface', 'sunken', 'river-wash'],
  ['cinnabar', 'paper', 'surface', 'sunken', 'cinnabar-wash'],
  ['focus', 'paper', 'surface', 'sunken', 'river-wash', 'cinnabar-wash', 'amber-wash', 'leaf-wash'],
];

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
}

/** By WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function tooFaint(element: Element, pairs: readonly Pair[], least: number): string[] {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(`--mulin-${name}`);
  return pairs.flatMap(([text, ...grounds]) =>
    grounds
      .map((on) => ({ on, ratio: contrast(colour(text), colour(on)) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ on, ratio }) => `${text} on ${on}: ${ratio.toFixed(2)}`),
  );
}

const px = (element: Element, name: string): number =>
  parseFloat(getComputedStyle(element).getPropertyValue(`--mulin-${name}`));

describe('tokens', () => {
  for (const theme of themes) {
    it(`all text is read at 7:1 in theme ${theme}`, async () => {
      expect(tooFaint(await scope(html`您好`, { theme }), texts, 7)).to.deep.equal([]);
    });

    it(`all controls are seen at 3:1 in theme ${theme}`, async () => {
      expect(tooFaint(await scope(html`您好`, { theme }), shapes, 3)).to.deep.equal([]);
    });
  }

  it('a terminal has text of 28 px and targets of 60 at least', async () => {
    const element = await scope(html`您好`, { terminal: true });
    expect(px(element, 'text-small')).to.be.at.least(28);
    expect(px(element, 'text-body')).to.be.at.least(28);
    expect(px(element, 'target')).to.be.at.least(60);
    expect(px(element, 'key')).to.be.at.least(60);
    expect(px(element, 'target-main')).to.be.at.least(88);
  });

  it('a terminal for elders has no text below 36 px', async () => {
    const element = await scope(html`您好`, { terminal: true, theme: 'elder' });
    expect(px(element, 'text-small')).to.be.at.least(36);
    expect(px(element, 'target-main')).to.be.at.least(88);
  });

  it('elders on a phone get 18 px and targets of 60 at least', async () => {
    const element = await scope(html`您好`, { theme: 'elder' });
    expect(px(element, 'text-small')).to.be.at.least(18);
    expect(px(element, 'target')).to.be.at.least(60);
  });

  it('a host page sets a token anew on the scope and is heard', async () => {
    const element = await scope(html`您好`);
    element.style.setProperty('--mulin-river', 'rebeccapurple');
    expect(getComputedStyle(element).getPropertyValue('--mulin-river')).to.equal('rebeccapurple');
  });
});
