// A hall records its own voice; the splitter must find each line, and say so when one is missing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { levelled, readWav, spokenParts, tableOf } from '../../scripts/voice.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { script } = await tsImport(`${root}src/device/speech/reading.ts`, import.meta.url);

/** A recording: so many seconds of a tone, then of silence, and again. */
function recording(rate, pieces) {
  const samples = new Int16Array(Math.round(pieces.flat().reduce((a, b) => a + b, 0) * rate));
  let at = 0;
  for (const [tone, silence] of pieces) {
    for (let i = 0; i < tone * rate; i += 1) samples[at + i] = 9000 * Math.sin(i / 7);
    at += Math.round((tone + silence) * rate);
  }
  return { rate, samples };
}

test('the voice that comes along has every clip of the script, one after the other', () => {
  const table = JSON.parse(readFileSync(`${root}kiosk/public/voice/voice.json`, 'utf8'));
  assert.deepEqual(Object.keys(table), [...script.keys()]);
  let end = 0;
  for (const [name, [at, seconds]] of Object.entries(table)) {
    assert.ok(at >= end && seconds > 0.1 && seconds < 6, `${name} at ${at} for ${seconds} s`);
    end = at + seconds;
  }
});

test('a recording is split at its pauses, and a breath inside a line is none', () => {
  const sound = recording(8000, [
    [0.4, 1],
    [0.3, 0.2],
    [0.3, 1],
    [0.5, 0.5],
  ]);
  const table = tableOf(['a', 'b', 'c'], spokenParts(sound), sound.rate);
  assert.deepEqual(Object.keys(table), ['a', 'b', 'c']);
  assert.ok(Math.abs(table.b[0] - 1.38) < 0.01 && Math.abs(table.b[1] - 0.84) < 0.02);
});

test('a line that was spoken softly is as loud as the others, and none is cut off', () => {
  const tone = (height) =>
    Int16Array.from({ length: 8000 }, (_, i) => Math.sin(i / 3) * height * 32_767);
  const loudest = (samples) => samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const [soft, loud] = [0.02, 0.95].map((height) =>
    loudest(levelled({ rate: 8000, samples: tone(height) })),
  );
  assert.ok(Math.abs(soft - loud) < 200, `${soft} and ${loud}`);
  const click = new Int16Array(8000);
  click[4000] = 3000;
  assert.ok(loudest(levelled({ rate: 8000, samples: click })) < 0.81 * 32_768);
});

test('a line that was left out is told, not guessed', () => {
  const sound = recording(8000, [[0.4, 1]]);
  assert.throws(() => tableOf(['a', 'b'], spokenParts(sound), sound.rate), /2 lines.*1/);
});

test('what is no recording is refused', () => {
  assert.throws(
    () => readWav(Buffer.from('ID3 something else entirely, as it comes from a phone')),
    /WAV/,
  );
});
