/**
 * What a file is, by its bytes and not by its name, and how a picture becomes small enough to send: turned upright, at most
 * 2,000 pixels on its long side, as JPEG, without the place and time that a phone writes into it.
 */

/** Why a file is not taken. */
export type FileTrouble =
  | 'empty'
  | 'too-large'
  /** HEIC, as some phones make it; no browser but theirs reads it. */
  | 'heic'
  /** Neither a picture nor a document that is asked for, whatever its name says. */
  | 'wrong-kind'
  /** So many pixels that opening it would stop the machine. */
  | 'too-many-pixels'
  | 'broken'
  | 'document-too-large';

export type FileKind = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** A picture or document that can be sent. */
export interface TakenFile {
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly blob: Blob;
  /** Small, to be seen on screen; none of a document. */
  readonly preview?: ImageBitmap;
  /** It can hardly be read; a person decides. */
  readonly blurred: boolean;
}

/** Before anything is read. Phones make pictures of 12 MB at most. */
const MOST_BYTES = 25 * 2 ** 20;
/** Of what is sent (`evidence.add`). */
const MOST_SENT = 2 * 2 ** 20;
const MOST_PIXELS = 60e6;
const LONG_SIDE = 2000;
const PREVIEW_SIDE = 480;

/** Reads a file a person has chosen, or says why not. */
export async function takeFile(
  file: Blob & { readonly name?: string },
  options: { readonly documents: boolean },
): Promise<TakenFile | FileTrouble> {
  if (file.size === 0) return 'empty';
  if (file.size > MOST_BYTES) return 'too-large';
  const head = new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer());
  const kind = kindOf(head);
  const name = file.name ?? '';
  if (kind === 'application/pdf' && options.documents) {
    if (file.size > MOST_SENT) return 'document-too-large';
    return { name, type: kind, blob: new Blob([file], { type: kind }), blurred: false };
  }
  if (kind === 'heic') return 'heic';
  if (!kind || kind === 'application/pdf') return 'wrong-kind';
  const size = sizeIn(head, kind);
  if (!size) return 'broken';
  if (size.width * size.height > MOST_PIXELS) return 'too-many-pixels';
  return takePicture(file, name);
}

/** The same picture turned by a quarter, clockwise. */
export async function turned(file: TakenFile): Promise<TakenFile | FileTrouble> {
  return takePicture(file.blob, file.name, true);
}

/** A file that was taken before and put away without its preview. */
export async function seenAgain<File extends TakenFile>(file: File): Promise<File> {
  if (file.type !== 'image/jpeg') return file;
  try {
    const bitmap = await createImageBitmap(file.blob);
    const preview = drawn(bitmap, PREVIEW_SIDE, false).transferToImageBitmap();
    bitmap.close();
    return { ...file, preview };
  } catch {
    return file; // it is there all the same
  }
}

async function takePicture(
  blob: Blob,
  name: string,
  quarter = false,
): Promise<TakenFile | FileTrouble> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    return 'broken';
  }
  try {
    const canvas = drawn(bitmap, LONG_SIDE, quarter);
    const small = drawn(bitmap, PREVIEW_SIDE, quarter);
    for (const quality of [0.86, 0.7, 0.5]) {
      const sent = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (sent.size > MOST_SENT) continue;
      const blurred = isBlurred(small);
      return {
        name,
        type: 'image/jpeg',
        blob: sent,
        preview: small.transferToImageBitmap(),
        blurred,
      };
    }
    return 'too-large';
  } finally {
    bitmap.close();
  }
}

function drawn(bitmap: ImageBitmap, longSide: number, quarter: boolean): OffscreenCanvas {
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number];
  const canvas = quarter ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.fillStyle = '#fff'; // JPEG has no glass: a transparent page would turn black
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (quarter) context.transform(0, 1, -1, 0, height, 0);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

/**
 * Whether the picture has no edges: the variance of its Laplacian, a common measure of focus (Pech-Pacheco et al., 2000).
 * An empty wall has none either, so this is only ever a hint.
 */
export function isBlurred(canvas: OffscreenCanvas): boolean {
  const { width, height } = canvas;
  if (width < 3 || height < 3) return false;
  const { data } = contextOf(canvas).getImageData(0, 0, width, height);
  const light = (x: number, y: number): number => {
    const i = (y * width + x) * 4;
    return 0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0);
  };
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const edge =
        light(x - 1, y) + light(x + 1, y) + light(x, y - 1) + light(x, y + 1) - 4 * light(x, y);
      sum += edge;
      squares += edge * edge;
    }
  const count = (width - 2) * (height - 2);
  return squares / count - (sum / count) ** 2 < 40;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  return context;
}

/** By what a file begins with; its name and its declared type prove nothing. */
export function kindOf(head: Uint8Array): FileKind | 'heic' | undefined {
  const text = (from: number, to: number): string => String.fromCharCode(...head.slice(from, to));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 5) === '%PDF-') return 'application/pdf';
  if (text(4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1)/.test(text(8, 12))) return 'heic';
  return undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture says it is, read before anything is unpacked: a bomb is small until it is opened. */
export function sizeIn(head: Uint8Array, kind: FileKind): Size | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    switch (kind) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) };
      case 'image/jpeg':
        return sizeInJpeg(view);
      case 'image/webp':
        return sizeInWebp(view);
      case 'application/pdf':
        return undefined;
    }
  } catch {
    return undefined; // cut off before it says so
  }
}

/** ITU-T T.81, annex B: the frame header, behind whatever segments stand before it. */
function sizeInJpeg(view: DataView): Size | undefined {
  let at = 2;
  while (at < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RFC 9649: lossy, lossless or extended. */
function sizeInWebp(view: DataView): Size | undefined {
  switch (view.getUint32(12)) {
    case 0x56503820: // VP8
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 0x5650384c: {
      const bits = view.getUint32(21, true); // VP8L
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 0x56503858: // VP8X
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >> 8) + 1,
      };
    default:
      return undefined;
  }
}
