/**
 * A document on A4, by the browser's own way to paper: it shapes every script, embeds of each font what is used, and offers
 * PDF beside the printers (docs/decisions/0032). What is printed is built by hand, so words never become markup.
 */

export interface Paper {
  readonly lang: 'zh-CN' | 'en';
  /** At the head of the first sheet, and the name a file gets. Nothing personal. */
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}
export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { label: string; value: string }[] }
  /** Polylines in a field of 1000 × 360. */
  | { readonly kind: 'drawing'; readonly label: string; readonly lines: readonly string[] };

const looks = `
  @page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; } }
  body { margin: 0; font: 11pt/1.6 'Noto Sans SC Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; color: #000; }
  h1 { margin: 0 0 6mm; font-size: 18pt; text-align: center; }
  h2 { margin: 6mm 0 2mm; font-size: 13pt; break-after: avoid; }
  p { margin: 0 0 2mm; overflow-wrap: anywhere; white-space: pre-line; }
  table { inline-size: 100%; border-collapse: collapse; }
  tr { break-inside: avoid; }
  th, td { padding: 1.5mm 2mm; border: 0.3mm solid #666; text-align: start; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
  th { inline-size: 32%; font-weight: normal; background: #f2f2f2; }
  svg { display: block; inline-size: 70mm; }
  polyline { fill: none; stroke: #000; stroke-width: 7; stroke-linecap: round; stroke-linejoin: round; }`;

/** Lays it out and hands it over. A browser returns when its dialog is closed; nothing of it is left then. */
export function printPaper(
  paper: Paper,
  handOver: (sheet: Window) => void = (sheet) => sheet.print(),
): void {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    inlineSize: '0',
    blockSize: '0',
    border: '0',
  });
  frame.setAttribute('aria-hidden', 'true');
  document.body.append(frame);
  try {
    const sheet = frame.contentWindow;
    if (!sheet) return;
    layOut(sheet as Window & typeof globalThis, paper);
    handOver(sheet);
  } finally {
    frame.remove();
  }
}

function layOut(sheet: Window & typeof globalThis, { lang, title, blocks }: Paper): void {
  const { document: page } = sheet;
  const style = new sheet.CSSStyleSheet();
  style.replaceSync(looks);
  page.adoptedStyleSheets = [style];
  // Fonts of the page around it; a frame has none of its own.
  for (const face of document.fonts) page.fonts.add(face);
  page.documentElement.lang = lang;
  page.title = title;
  page.body.append(made(page, 'h1', title), ...blocks.map((block) => drawn(page, block)));
}

function drawn(page: Document, block: PaperBlock): Element {
  switch (block.kind) {
    case 'heading':
      return made(page, 'h2', block.text);
    case 'text':
      return made(page, 'p', block.text);
    case 'facts': {
      const table = page.createElement('table');
      table.append(
        ...block.facts.map(({ label, value }) => {
          const row = page.createElement('tr');
          row.append(
            Object.assign(page.createElement('th'), { textContent: label, scope: 'row' }),
            made(page, 'td', value),
          );
          return row;
        }),
      );
      return table;
    }
    case 'drawing': {
      const svg = 'http://www.w3.org/2000/svg';
      const drawing = page.createElementNS(svg, 'svg');
      drawing.setAttribute('viewBox', '0 0 1000 360');
      drawing.setAttribute('role', 'img');
      drawing.setAttribute('aria-label', block.label);
      for (const points of block.lines) {
        const line = page.createElementNS(svg, 'polyline');
        line.setAttribute('points', points);
        drawing.append(line);
      }
      return drawing;
    }
  }
}

const made = (page: Document, tag: string, text: string): HTMLElement =>
  Object.assign(page.createElement(tag), { textContent: text });
