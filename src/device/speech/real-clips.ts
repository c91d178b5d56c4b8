import type { ClipName, Speaker, Spoken, Utterance } from './contract.ts';

/** Where a voice lies: one sound file, and where in it each clip stands, in seconds. */
export interface Voice {
  readonly sound: string;
  readonly clips: string;
}
export type ClipTable = Readonly<Record<ClipName, readonly [start: number, seconds: number]>>;

/** Two tones before each call, so that heads turn before the number is said. */
const CHIME = [
  [784, 0, 0.22],
  [523.25, 0.2, 0.42],
] as const;
const AFTER_CHIME = 0.75;
const AFTER_CALL = 0.6;
const VOLUME = 0.25;

/**
 * Speaks from a clip pack. All clips of a call are handed to the sound card at once with their exact times, so that nothing
 * on the page can tear them apart. Without the pack the chime sounds; while the browser waits for a first touch nothing does.
 */
export function clipSpeaker(voice: Voice, context: AudioContext = new AudioContext()): Speaker {
  let loading: Promise<{ sound: AudioBuffer; table: ClipTable } | undefined> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let hushed = 0;

  async function load(): Promise<{ sound: AudioBuffer; table: ClipTable } | undefined> {
    try {
      const [sound, table] = await Promise.all([
        fetch(voice.sound).then((response) => response.arrayBuffer()),
        fetch(voice.clips).then((response) => response.json() as Promise<ClipTable>),
      ]);
      return { sound: await context.decodeAudioData(sound), table };
    } catch (error) {
      console.error(error);
      loading = undefined; // the next call tries again
      return undefined;
    }
  }

  function chime(at: number): void {
    for (const [hertz, from, seconds] of CHIME) {
      const tone = new OscillatorNode(context, { frequency: hertz });
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, at + from);
      gain.gain.linearRampToValueAtTime(VOLUME, at + from + 0.01);
      gain.gain.exponentialRampToValueAtTime(0.001, at + from + seconds);
      tone.connect(gain).connect(context.destination);
      tone.start(at + from);
      tone.stop(at + from + seconds);
    }
  }

  async function sayNow({ clips, chime: rings = true }: Utterance): Promise<Spoken> {
    if (context.state === 'suspended') await Promise.race([context.resume(), pause(200)]);
    if (context.state !== 'running') return 'silent';
    const pack = await (loading ??= load());
    let at = context.currentTime + 0.05;
    if (rings) {
      chime(at);
      at += AFTER_CHIME;
    }
    const found = clips.map((clip) => pack?.table[clip]);
    // Half a sentence would be worse than none: the board says it in words.
    const isWhole = pack && found.every((clip) => clip !== undefined);
    if (isWhole)
      for (const clip of found) {
        if (!clip) continue;
        const [start, seconds] = clip;
        const source = new AudioBufferSourceNode(context, { buffer: pack.sound });
        source.connect(context.destination);
        source.start(at, start, seconds);
        at += seconds;
      }
    await pause((at + AFTER_CALL - context.currentTime) * 1000);
    if (isWhole) return 'spoken';
    return rings ? 'chimed' : 'silent';
  }

  return {
    say(utterance) {
      const born = hushed;
      const said = turn.then(() => (born === hushed ? sayNow(utterance) : 'silent'));
      turn = said.catch(() => undefined);
      return said.catch((error: unknown): Spoken => {
        console.error(error);
        return 'silent';
      });
    },
    hush() {
      hushed += 1;
    },
  };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
