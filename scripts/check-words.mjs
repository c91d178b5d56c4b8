/**
 * Chinese sentences carry Chinese punctuation. A half-width comma after a character slips in unseen on a Latin keyboard
 * and looks careless on a screen two metres high.
 */
import { readdirSync, readFileSync } from 'node:fs';

const files = ['src', 'kiosk', 'stories'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|json|html)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

const halfWidth = /\p{Script=Han}[,:;?!](?!\/\/)/u;
const mistakes = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      halfWidth.test(line) && !/^\s*(\*|\/[/*])/.test(line)
        ? [`${file}:${i + 1}: ${line.trim()}`]
        : [],
    ),
);

for (const mistake of mistakes) console.error(mistake);
if (mistakes.length > 0) {
  console.error('Write ，：；？！ after a Chinese character, not the half-width sign.');
  process.exit(1);
}
