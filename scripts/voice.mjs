/**
 * Voices for calls. A voice is one sound file and a table of where in it each clip stands.
 *
 *   node scripts/voice.mjs script                       what to record, one line a clip
 *   node scripts/voice.mjs render <folder>              a voice by espeak-ng (Debian: apt install espeak-ng opus-tools)
 *   node scripts/voice.mjs split <recording.wav> <folder>  a human voice: all lines of the script read in order, a second apart
 *
 * The sound is written as Ogg Opus by opusenc. The folder of the terminal is kiosk/public/voice.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

/** Samples below this share of the loudest are silence, and a pause is at least this long; a breath is shorter. */
const SILENCE = 0.02;
const PAUSE_SECONDS = 0.35;
/** Kept around a clip, so that no consonant is cut. */
const MARGIN_SECONDS = 0.02;
/** How loud a clip is on average, as a share of full scale, and what its loudest sample may reach. */
const LOUDNESS = 0.12;
const LOUDEST = 0.8;

/** 16-bit PCM of a WAV file, its first channel. */
export function readWav(bytes) {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error('This is no WAV file.');
  let at = 12;
  let format;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const declared = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ') {
      format = {
        pcm: bytes.readUInt16LE(start) === 1,
        channels: bytes.readUInt16LE(start + 2),
        rate: bytes.readUInt32LE(start + 4),
        bits: bytes.readUInt16LE(start + 14),
      };
    }
    if (name === 'data') {
      if (!format?.pcm || format.bits !== 16) throw new Error('Save it as WAV with 16-bit PCM.');
      // A program that writes into a pipe does not know the length beforehand.
      const length = Math.min(declared, bytes.length - start);
      const { channels, rate } = format;
      const samples = new Int16Array(Math.floor(length / 2 / channels));
      for (let i = 0; i < samples.length; i += 1)
        samples[i] = bytes.readInt16LE(start + i * 2 * channels);
      return { rate, samples };
    }
    at = start + declared + (declared % 2);
  }
  throw new Error('There is no sound in this WAV file.');
}

function wavOf({ rate, samples }) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length * 2, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)]);
}

/** Where somebody speaks: `[first sample, one after the last]`, by pauses. */
export function spokenParts({ rate, samples }) {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  const quiet = loudest * SILENCE;
  const parts = [];
  let last = -Infinity;
  for (let i = 0; i < samples.length; i += 1) {
    if (Math.abs(samples[i]) <= quiet) continue;
    if (i - last > PAUSE_SECONDS * rate) parts.push([i, i + 1]);
    else parts.at(-1)[1] = i + 1;
    last = i;
  }
  const margin = Math.round(MARGIN_SECONDS * rate);
  return parts.map(([from, to]) => [
    Math.max(0, from - margin),
    Math.min(samples.length, to + margin),
  ]);
}

/** The same clip as loud as all others, so that no number jumps out of a call; its pauses don't count. */
export function levelled({ rate, samples }) {
  const window = Math.round(rate / 50);
  const energies = [];
  let loudest = 1;
  for (let from = 0; from < samples.length; from += window) {
    const part = samples.subarray(from, from + window);
    for (const sample of part) loudest = Math.max(loudest, Math.abs(sample));
    energies.push(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  }
  const most = Math.max(...energies);
  const spoken = energies.filter((energy) => energy > most / 100);
  if (spoken.length === 0) return samples;
  const loudness = Math.sqrt(spoken.reduce((sum, energy) => sum + energy, 0) / spoken.length);
  const gain = Math.min((LOUDNESS * 32_768) / loudness, (LOUDEST * 32_768) / loudest);
  return samples.map((sample) => Math.round(sample * gain));
}

/** Names the parts by the script; gives up where one was left out or read twice. */
export function tableOf(names, parts, rate) {
  if (parts.length !== names.length)
    throw new Error(
      `The script has ${names.length} lines, the recording ${parts.length}. Pauses between lines must be longer than ${PAUSE_SECONDS} s, those within a line shorter.`,
    );
  const seconds = (samples) => Math.round((samples / rate) * 1e4) / 1e4;
  return Object.fromEntries(
    names.map((name, i) => {
      const [from, to] = parts[i];
      return [name, [seconds(from), seconds(to - from)]];
    }),
  );
}

function write(folder, sound, table) {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'mulin-voice-'));
  try {
    writeFileSync(join(work, 'voice.wav'), wavOf(sound));
    const options = ['--quiet', '--bitrate', '24', '--discard-comments'];
    execFileSync('opusenc', [...options, join(work, 'voice.wav'), join(folder, 'voice.ogg')]);
  } finally {
    rmSync(work, { recursive: true });
  }
  const rows = Object.entries(table).map(
    ([name, [at, length]]) => `  "${name}": [${at}, ${length}]`,
  );
  writeFileSync(join(folder, 'voice.json'), `{\n${rows.join(',\n')}\n}\n`);
}

function render(script, folder) {
  const clips = [...script].map(([name, words]) => {
    // Letters are said the English way, as at any counter in China.
    const voice = name.startsWith('letter-') ? 'en-us' : 'cmn';
    // Half as loud as usual: 二 would be cut off at full scale.
    const options = ['-v', voice, '-s', '150', '-p', '45', '-a', '50', '-z', '--stdout'];
    const { rate, samples } = readWav(
      execFileSync('espeak-ng', [...options, words], { maxBuffer: 2 ** 24 }),
    );
    const parts = spokenParts({ rate, samples });
    const clip = samples.slice(parts[0][0], parts.at(-1)[1]);
    return { rate, samples: levelled({ rate, samples: clip }) };
  });
  const { rate } = clips[0];
  const gap = Math.round(rate * 0.5);
  const all = new Int16Array(clips.reduce((sum, { samples }) => sum + samples.length + gap, gap));
  let at = gap;
  const parts = clips.map(({ samples }) => {
    all.set(samples, at);
    const part = [at, at + samples.length];
    at += samples.length + gap;
    return part;
  });
  write(folder, { rate, samples: all }, tableOf([...script.keys()], parts, rate));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { script } = await tsImport('../src/device/speech/reading.ts', import.meta.url);
  const [what, ...rest] = process.argv.slice(2);
  if (what === 'script') for (const [name, words] of script) console.log(`${name}\t${words}`);
  else if (what === 'render' && rest.length === 1) render(script, rest[0]);
  else if (what === 'split' && rest.length === 2) {
    const sound = readWav(readFileSync(rest[0]));
    const parts = spokenParts(sound);
    for (const [from, to] of parts)
      sound.samples.set(levelled({ ...sound, samples: sound.samples.slice(from, to) }), from);
    write(rest[1], sound, tableOf([...script.keys()], parts, sound.rate));
  } else {
    console.error('Usage: node scripts/voice.mjs script | render <folder> | split <wav> <folder>');
    process.exitCode = 2;
  }
}
