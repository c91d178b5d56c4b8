/** A QR code as one path, sharp at any size: the same on a screen and on paper. */
import core from 'qrcode/lib/core/qrcode.js';

/** The white around it that a scanner needs, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

export interface QrDrawing {
  /** Of a side, quiet zone included, in modules. */
  readonly size: number;
  readonly path: string;
}

/** `undefined` where the text has more than a QR code can hold (at most 2,331 bytes at this level of repair, M). */
export function qrDrawing(text: string): QrDrawing | undefined {
  if (!text) return undefined;
  // Half a character (a lone surrogate) becomes �; the package would throw.
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(text),
  );
  try {
    const { size, data } = core.create(whole).modules;
    let path = '';
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        const start = column;
        while (column < size && data[row * size + column]) column++;
        if (column > start)
          path += `M${start + QUIET_ZONE} ${row + QUIET_ZONE}h${column - start}v1h${start - column}z`;
      }
    return { size: size + 2 * QUIET_ZONE, path };
  } catch {
    return undefined; // too long: the text is neither empty nor broken, and no option is set
  }
}
