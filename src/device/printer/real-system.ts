import { qrDrawing } from '../qr-drawing.ts';
import type { Printed, Printer, Slip, SlipLine } from './contract.ts';

/** As wide as the paper in most receipt printers; on a sheet of A4 it is a narrow column. */
const looks = `
  @page { margin: 4mm; }
  body { inline-size: 72mm; margin: 0; font: 11pt/1.4 sans-serif; color: #000; }
  p, h1 { margin: 0 0 2mm; overflow-wrap: anywhere; }
  h1 { font-size: 14pt; }
  .large { font: bold 24pt/1.2 sans-serif; text-align: center; }
  .label { display: block; font-size: 9pt; }
  .note { display: block; margin-inline-start: 6mm; font-size: 9pt; }
  svg { display: block; inline-size: 40mm; margin: 2mm auto; }
  hr { border: 0; border-block-start: 1px dashed; }`;

/**
 * The printer the system knows (`window.print`): its dialog on a page, at once where the browser was started with
 * `--kiosk-printing`. A browser does not say what came of it.
 */
export function systemPrinter(): Printer {
  return {
    async status() {
      return { state: 'ready', paper: 'unknown' };
    },
    async print(slip) {
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
        return handOver(frame, slip);
      } finally {
        frame.remove(); // nothing of it is left for the next person
      }
    },
  };
}

/** A browser returns from `print()` when its dialog is closed. */
function handOver({ contentWindow: sheet }: HTMLIFrameElement, slip: Slip): Printed {
  if (!sheet) return { status: 'failed', trouble: 'fault', begun: false };
  const { document: paper } = sheet;
  // Built by hand: a page may forbid inline styles, and words from a pack must never become markup.
  const sheetOfStyle = new (sheet as Window & typeof globalThis).CSSStyleSheet();
  sheetOfStyle.replaceSync(looks);
  paper.adoptedStyleSheets = [sheetOfStyle];
  paper.documentElement.lang = slip.lang;
  paper.title = slip.title;
  paper.body.append(...slip.lines.map((line) => drawn(paper, line)));
  sheet.print();
  return { status: 'handed-over' };
}

function drawn(paper: Document, line: SlipLine): Element {
  const make = (tag: string, text = '', className = ''): HTMLElement =>
    Object.assign(paper.createElement(tag), { textContent: text, className });
  switch (line.kind) {
    case 'heading':
      return make('h1', line.text);
    case 'large':
      return make('p', line.text, 'large');
    case 'text':
      return make('p', line.text);
    case 'rule':
      return make('hr');
    case 'fact': {
      const fact = make('p');
      fact.append(make('span', line.label, 'label'), line.value);
      return fact;
    }
    case 'check': {
      const check = make('p', `☐ ${line.text}`);
      if (line.note) check.append(make('span', line.note, 'note'));
      return check;
    }
    case 'qr':
      return drawnCode(paper, line.value);
  }
}

function drawnCode(paper: Document, value: string): Element {
  const svg = 'http://www.w3.org/2000/svg';
  const code = paper.createElementNS(svg, 'svg');
  const drawing = qrDrawing(value);
  if (!drawing) return code;
  const { size, path } = drawing;
  code.setAttribute('viewBox', `0 0 ${size} ${size}`);
  const squares = paper.createElementNS(svg, 'path');
  squares.setAttribute('d', path);
  code.append(squares);
  return code;
}
