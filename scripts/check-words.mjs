/**
 * Chinese sentences carry Chinese punctuation. A half-width comma after a character slips in unseen on a Latin keyboard
 * and looks careless on a screen two metres high.
 */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'kiosk', 'stories'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.(ts|json|html)$/.test(file));

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
