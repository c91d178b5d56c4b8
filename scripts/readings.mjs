/**
 * How the Chinese names of goods are read, for search. Made when a pack is built, by pinyin-pro, which knows words
 * (银行 is yin hang, 行李 is xing li) and weighs 141 KB: nobody has to download that.
 */
import { pinyin } from 'pinyin-pro';

/** `yu rong fu` for 羽绒服: a syllable for each Chinese character, without tones, ü as v. */
export function readingOf(name) {
  return (name.match(/\p{Script=Han}+/gu) ?? [])
    .map((word) => pinyin(word, { toneType: 'none', v: true, type: 'array' }).join(' '))
    .join(' ');
}

/** The pack with a reading for each of its goods that its author did not give one. */
export function withReadings(pack) {
  if (!pack.goods) return pack;
  const goods = pack.goods.map((good) => {
    const reading = good.reading ?? readingOf(good.name['zh-CN']);
    return reading ? { ...good, reading } : good;
  });
  return { ...pack, goods };
}
