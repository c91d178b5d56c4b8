/** Calls are heard whole: every clip begins on the very sample on which the one before it ends. */
import { expect } from '@open-wc/testing';
import { clipSpeaker, sayCall } from '../../src/device/speech/index.ts';

const RATE = 8000;
/** Clips are told apart by how loud they are. */
const loudness = { please: 0.2, 'digit-0': 0.4, 'digit-1': 0.6 };
const SECONDS = 0.25;
const CLIPS_BEGIN = 0.05 + 0.75; // after the chime

/** A sound file in which each clip is a quarter of a second of one value. */
function wave(): Blob {
  const values = Object.values(loudness);
  const samples = new Int16Array(values.length * SECONDS * RATE);
  values.forEach((value, i) =>
    samples.fill(Math.round(value * 32_767), i * SECONDS * RATE, (i + 1) * SECONDS * RATE),
  );
  const head = new DataView(new ArrayBuffer(44));
  const text = (at: number, letters: string): void =>
    [...letters].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  head.setUint32(4, 36 + samples.byteLength, true);
  text(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true); // PCM
  head.setUint16(22, 1, true); // one channel
  head.setUint32(24, RATE, true);
  head.setUint32(28, RATE * 2, true);
  head.setUint16(32, 2, true);
  head.setUint16(34, 16, true);
  text(36, 'data');
  head.setUint32(40, samples.byteLength, true);
  return new Blob([head, samples]);
}

/** A sound card that writes down what it would play, from a moment that stands still. */
function card(): { context: OfflineAudioContext; heard(): Promise<Float32Array> } {
  const context = new OfflineAudioContext(1, 3 * RATE, RATE);
  Object.defineProperty(context, 'state', { value: 'running' });
  return { context, heard: async () => (await context.startRendering()).getChannelData(0) };
}

const urls: string[] = [];
const urlOf = (blob: Blob): string => {
  const url = URL.createObjectURL(blob);
  urls.push(url);
  return url;
};
afterEach(() => urls.splice(0).forEach((url) => URL.revokeObjectURL(url)));

const voice = (names = Object.keys(loudness)) => ({
  sound: urlOf(wave()),
  clips: urlOf(
    new Blob([
      JSON.stringify(Object.fromEntries(names.map((name, i) => [name, [i * SECONDS, SECONDS]]))),
    ]),
  ),
});
const utterance = (...clips: string[]) => ({ lang: 'zh-CN' as const, text: '', clips });
const at = (sound: Float32Array, seconds: number): number =>
  Math.round(sound[Math.round(seconds * RATE)]! * 10) / 10;

describe('a clip pack', () => {
  it('says its clips in their order, each from the sample on which the one before it ends', async () => {
    const { context, heard } = card();
    const speaker = clipSpeaker(voice(), context as unknown as AudioContext);
    const said = await speaker.say(utterance('digit-1', 'please', 'digit-0'));
    expect(said).to.equal('spoken');
    const sound = await heard();
    const [first, second, third] = [0, 1, 2].map((i) => CLIPS_BEGIN + i * SECONDS);
    const middles = [first!, second!, third!].map((begin) => at(sound, begin + SECONDS / 2));
    expect(middles).to.deep.equal([0.6, 0.2, 0.4]);
    for (const begin of [second!, third!]) {
      const around = [-2, -1, 0, 1].map((samples) => at(sound, begin + samples / RATE));
      expect(around, 'no gap, not even of one sample').not.to.include(0);
    }
    expect(at(sound, third! + SECONDS + 0.01), 'and then it is quiet').to.equal(0);
  });

  it('rings before each call, also where a clip is missing, and then says no half sentence', async () => {
    const { context, heard } = card();
    const speaker = clipSpeaker(voice(['please']), context as unknown as AudioContext);
    expect(await speaker.say(utterance('please', 'digit-9'))).to.equal('chimed');
    const sound = await heard();
    expect(Math.max(...sound.slice(0, 0.7 * RATE))).to.be.above(0.1);
    expect(Math.max(...sound.slice(CLIPS_BEGIN * RATE))).to.equal(0);
  });

  it('what is meant for one person rings no bell, and is said at once', async () => {
    const { context, heard } = card();
    const speaker = clipSpeaker(voice(), context as unknown as AudioContext);
    expect(await speaker.say({ ...utterance('please'), chime: false })).to.equal('spoken');
    expect(at(await heard(), 0.05 + SECONDS / 2)).to.equal(0.2);
  });

  it('while the browser waits for a first touch nothing is said, and nobody waits for it', async () => {
    const context = new OfflineAudioContext(1, RATE, RATE); // suspended until it renders
    context.resume = () => new Promise(() => undefined);
    const speaker = clipSpeaker(voice(), context as unknown as AudioContext);
    expect(await speaker.say(utterance('please'))).to.equal('silent');
  });
});

describe('the voice that comes along', () => {
  const folder = '/kiosk/public/voice';
  const HERTZ = 48_000;
  let sound: Float32Array;
  let clips: [name: string, from: number, to: number][];
  before(async () => {
    const bytes = await (await fetch(`${folder}/voice.ogg`)).arrayBuffer();
    const decoded = await new OfflineAudioContext(1, 1, HERTZ).decodeAudioData(bytes);
    sound = decoded.getChannelData(0);
    const table = (await (await fetch(`${folder}/voice.json`)).json()) as Record<
      string,
      [number, number]
    >;
    clips = Object.entries(table).map(([name, [start, seconds]]) => [
      name,
      Math.round(start * HERTZ),
      Math.round((start + seconds) * HERTZ),
    ]);
  });

  const loudest = (from: number, to: number): number =>
    sound.slice(Math.max(0, from), to).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  /** The mean level of a clip in dB below full scale, its own pauses left out. */
  function level(from: number, to: number): number {
    const window = HERTZ / 50;
    const energies: number[] = [];
    for (let at = from; at + window <= to; at += window) {
      const part = sound.slice(at, at + window);
      energies.push(part.reduce((sum, one) => sum + one * one, 0) / window);
    }
    const most = Math.max(...energies);
    const spoken = energies.filter((energy) => energy > most / 100);
    return 10 * Math.log10(spoken.reduce((sum, one) => sum + one, 0) / spoken.length);
  }

  it('is neither cut off nor faint, and no number jumps out of a call', () => {
    const levels = clips.map(([, from, to]) => level(from, to));
    expect(Math.min(...levels), 'dB').to.be.above(-22);
    expect(Math.max(...levels) - Math.min(...levels), 'dB between two clips').to.be.below(3);
    for (const [name, from, to] of clips)
      expect(loudest(from, to), `the loudest of ${name}`).to.be.within(0.3, 0.9);
  });

  it('has each clip where the table says: quiet before and after it, and it begins and ends without a click', () => {
    const [tenth, edge] = [HERTZ / 10, HERTZ / 1000];
    for (const [name, from, to] of clips) {
      const around = [
        loudest(from - 2 * tenth, from - tenth / 2),
        loudest(to + tenth / 2, to + 2 * tenth),
      ];
      expect(Math.max(...around), `around ${name}`).to.be.below(0.01);
      const edges = [loudest(from, from + edge), loudest(to - edge, to)];
      expect(Math.max(...edges), `the edges of ${name}`).to.be.below(0.05);
    }
  });

  it('says a whole call in eight seconds at most, the chime included, and is small', async () => {
    const seconds = new Map(clips.map(([name, from, to]) => [name, (to - from) / HERTZ]));
    const { clips: longest } = sayCall({ number: 'W333', counter: 23, again: true });
    const spoken = longest.reduce((sum, name) => sum + (seconds.get(name) ?? Infinity), 0);
    expect(spoken + CLIPS_BEGIN).to.be.below(10);
    const { clips: usual } = sayCall({ number: 'A012', counter: 3, again: false });
    const call = usual.reduce((sum, name) => sum + (seconds.get(name) ?? Infinity), 0);
    expect(call + CLIPS_BEGIN).to.be.below(8);
    const { size } = await (await fetch(`${folder}/voice.ogg`)).blob();
    expect(size).to.be.below(260_000);
  });
});
