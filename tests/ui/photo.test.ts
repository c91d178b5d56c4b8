/** Files as they come: small, huge, dressed up, broken. */
import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/ui/index.ts';
import type { MulinPhoto } from '../../src/ui/index.ts';
import { isBlurred, sizeIn, takeFile, type TakenFile } from '../../src/ui/picture.ts';
import { accessible } from '../harness/axe.ts';
import { inScope, settled } from '../harness/scope.ts';
import { pageOf } from '../harness/roles.ts';

/** A page of writing. */
function page(width = 640, height = 480, blur = 0): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  if (blur) context.filter = `blur(${blur}px)`;
  context.fillStyle = '#222';
  for (let y = 20; y < height; y += 24)
    for (let x = 20; x < width - 30; x += 14) context.fillRect(x, y, 8, 12);
  return canvas;
}
const picture = async (
  type: 'image/jpeg' | 'image/png' | 'image/webp',
  width = 640,
  height = 480,
): Promise<File> =>
  new File([await page(width, height).convertToBlob({ type })], 'photo', { type });
const bytes = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());
const file = (content: BlobPart, name: string, type = 'image/jpeg'): File =>
  new File([content], name, { type });
const onlyPictures = { documents: false };

/** A PNG of a few bytes that says it is 40,000 pixels wide and high. */
async function bomb(): Promise<File> {
  const png = await bytes(await picture('image/png'));
  new DataView(png.buffer).setUint32(16, 40_000);
  new DataView(png.buffer).setUint32(20, 40_000);
  return file(png, 'small.png', 'image/png');
}

describe('what a file is', () => {
  it('pictures of every kind are made upright, small and JPEG', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      const taken = (await takeFile(await picture(type, 3000, 1500), onlyPictures)) as TakenFile;
      expect(taken.type, type).to.equal('image/jpeg');
      const { width, height } = await createImageBitmap(taken.blob);
      expect([width, height], type).to.deep.equal([2000, 1000]);
      expect(taken.preview?.width).to.equal(480);
      expect(taken.blob.size).to.be.lessThan(2 * 2 ** 20);
    }
  });

  it('its size is read from the header of every kind', async () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const)
      expect(sizeIn(await bytes(await picture(type, 321, 123)), type), type).to.deep.equal({
        width: 321,
        height: 123,
      });
  });

  it('nothing at all is refused as empty', async () => {
    expect(await takeFile(file('', 'photo.jpg'), onlyPictures)).to.equal('empty');
  });

  it('50 MB are refused before anything is read', async () => {
    const huge = file(new Uint8Array(50 * 2 ** 20), 'photo.jpg');
    expect(await takeFile(huge, onlyPictures)).to.equal('too-large');
  });

  it('a programme dressed up as a photo is refused', async () => {
    expect(await takeFile(file('MZ\x90\x00\x03', 'photo.jpg'), onlyPictures)).to.equal(
      'wrong-kind',
    );
    expect(await takeFile(file('#!/bin/sh', 'photo.png'), onlyPictures)).to.equal('wrong-kind');
    expect(await takeFile(file('<svg onload="alert(1)">', 'a.svg'), onlyPictures)).to.equal(
      'wrong-kind',
    );
  });

  it('HEIC is named, so that its owner knows what to do', async () => {
    const heic = file('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'IMG_1.jpg');
    expect(await takeFile(heic, onlyPictures)).to.equal('heic');
  });

  it('a picture bomb is refused without being opened', async () => {
    expect(await takeFile(await bomb(), onlyPictures)).to.equal('too-many-pixels');
  });

  it('half a picture is refused as broken', async () => {
    const jpeg = await bytes(await picture('image/jpeg'));
    expect(await takeFile(file(jpeg.slice(0, 40), 'a.jpg'), onlyPictures)).to.equal('broken');
    const png = await bytes(await picture('image/png'));
    expect(await takeFile(file(png.slice(0, 60), 'a.png', 'image/png'), onlyPictures)).to.equal(
      'broken',
    );
  });

  it('a PDF is taken only where documents are asked for, and not without bound', async () => {
    const pdf = file('%PDF-1.7 …', 'a.pdf', 'application/pdf');
    expect(await takeFile(pdf, onlyPictures)).to.equal('wrong-kind');
    const taken = (await takeFile(pdf, { documents: true })) as TakenFile;
    expect(taken.type).to.equal('application/pdf');
    const large = file(`%PDF-${' '.repeat(3 * 2 ** 20)}`, 'a.pdf', 'application/pdf');
    expect(await takeFile(large, { documents: true })).to.equal('document-too-large');
  });

  it('a shaken hand is noticed, a steady one is not blamed', () => {
    expect(isBlurred(page(480, 360))).to.equal(false);
    expect(isBlurred(page(480, 360, 6))).to.equal(true);
  });

  it('the place where a phone took it is not sent along', async () => {
    const jpeg = await bytes(await picture('image/jpeg'));
    const secret = new TextEncoder().encode('Exif\0\0GPS 31.27 N 121.52 E');
    const segment = new Uint8Array([0xff, 0xe1, 0, secret.length + 2, ...secret]);
    const tagged = file(new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)]), 'a.jpg');
    const taken = (await takeFile(tagged, onlyPictures)) as TakenFile;
    expect(await taken.blob.text()).not.to.contain('GPS');
  });
});

describe('mulin-photo', () => {
  const ask = (terminal = false): Promise<MulinPhoto> =>
    inScope<MulinPhoto>(
      'mulin-photo',
      html`<mulin-photo label="身份证" max="2" required></mulin-photo>`,
      { terminal },
    );
  const choose = async (photo: MulinPhoto, files: readonly File[]): Promise<void> => {
    const input = photo.shadowRoot?.querySelector('input') as HTMLInputElement;
    const data = new DataTransfer();
    for (const one of files) data.items.add(one);
    input.files = data.files;
    input.dispatchEvent(new Event('change'));
    await settled(photo);
    await waitUntil(() => !photo.shadowRoot?.querySelector('[busy]'));
    await settled(photo);
  };

  it('shows what was chosen, turns it, and lets it go', async () => {
    const photo = await ask();
    expect(photo.checkValidity()).to.equal(false);
    await choose(photo, [await picture('image/jpeg', 800, 400)]);
    const before = photo.shots[0];
    expect(JSON.parse(photo.value)).to.deep.equal([before?.id]);
    expect(photo.checkValidity()).to.equal(true);
    await pageOf(photo).press('转一下第 1 张');
    await waitUntil(() => photo.shots[0] !== before);
    expect(photo.shots[0]?.id).to.equal(before?.id);
    const { width, height } = await createImageBitmap(photo.shots[0]?.blob as Blob);
    expect([width, height]).to.deep.equal([400, 800]);
    await accessible(photo);
    await pageOf(photo).press('去掉第 1 张');
    expect(photo.value).to.equal('');
  });

  it('takes no more than are asked for, and says what was wrong with the other', async () => {
    const photo = await ask();
    await choose(photo, [await picture('image/png'), file('MZ', 'x.jpg')]);
    expect(photo.shots).to.have.length(1);
    await pageOf(photo).read(/这不是照片/);
    await choose(photo, [await picture('image/png'), await picture('image/png')]);
    expect(photo.shots).to.have.length(2);
    expect(photo.shadowRoot?.querySelector('input')).to.equal(null);
  });

  it('on a terminal its camera takes the picture, and is off afterwards', async () => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: 640, height: 480 });
    canvas.getContext('2d')?.drawImage(page(), 0, 0);
    const stream = canvas.captureStream(10);
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(stream);
    try {
      const photo = await ask(true);
      photo.max = 1;
      await pageOf(photo).press(/拍照/);
      const draw = setInterval(() => canvas.getContext('2d')?.drawImage(page(), 0, 0), 30);
      await waitUntil(() => (photo.shadowRoot?.querySelector('video')?.videoWidth ?? 0) > 0);
      await pageOf(photo).press('拍下来');
      await waitUntil(() => photo.shots.length === 1, 'a picture', { timeout: 5000 });
      clearInterval(draw);
      expect(stream.getTracks().every(({ readyState }) => readyState === 'ended')).to.equal(true);
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
  });

  it('a terminal without a camera says so, and the rest can go on', async () => {
    const { getUserMedia } = navigator.mediaDevices;
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no camera'));
    try {
      const photo = await ask(true);
      await pageOf(photo).press(/拍照/);
      await pageOf(photo).read(/现在不能拍照/);
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
  });
});
