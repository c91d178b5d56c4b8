/**
 * The first letters of Chinese words as people type them: 五角场 is `wjc`. The browser's own collation by pinyin tells them,
 * so no table is carried; a sign with several readings has the most common one.
 */

/** The first sign of each letter in that order; no syllable begins with I, U or V. */
const firsts = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀';
const letters = 'abcdefghjklmnopqrstwxyz';
const order = /* @__PURE__ */ new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** Letters and digits stay as they are, in small letters; anything else is left out. */
export function initialsOf(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(initialOf).join('');
}

function initialOf(sign: string): string {
  if (/[a-z0-9]/.test(sign)) return sign;
  if (!/\p{Script=Han}/u.test(sign)) return '';
  let at = 0;
  while (at + 1 < firsts.length && order.compare(sign, firsts.charAt(at + 1)) >= 0) at += 1;
  return letters.charAt(at);
}
