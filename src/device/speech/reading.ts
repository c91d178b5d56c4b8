/** How a call is read aloud in Mandarin. Pure: the same number is read alike by every voice. */
import type { ClipName, Utterance } from './contract.ts';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** Digit by digit, as a ticket is read: A012 → A 零 一 二. Never as a quantity, so that 零 is heard too. */
export function readTicket(number: string): string {
  return [...number].map((sign) => digits[Number(sign)] ?? sign).join(' ');
}

/** As a quantity, as the sign over a counter is read: 2 → 二, 10 → 十, 12 → 十二, 20 → 二十, 105 → 一百零五. */
export function readCount(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 999)
    throw new RangeError(`${count} is not read: whole numbers from 0 to 999 are.`);
  if (count < 10) return digits[count] ?? '';
  if (count < 20) return `十${count === 10 ? '' : readCount(count - 10)}`;
  if (count < 100) {
    const rest = count % 10;
    return `${digits[Math.floor(count / 10)]}十${rest ? digits[rest] : ''}`;
  }
  const rest = count % 100;
  const hundreds = `${digits[Math.floor(count / 100)]}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${digits[rest]}`;
  // After a hundred ten is read with its one: 一百一十二.
  return hundreds + (rest < 20 ? `一${readCount(rest)}` : readCount(rest));
}

const signs = new Map<string, ClipName>([
  ...digits.map((sign, i) => [sign, `digit-${i}`] as const),
  ['十', 'ten'],
  ['百', 'hundred'],
]);

const clipsOf = (reading: string): ClipName[] =>
  [...reading.replaceAll(' ', '')].map((sign) => signs.get(sign) ?? `letter-${sign}`);

export interface CallToSay {
  readonly number: string;
  /** The number over the counter. */
  readonly counter: number;
  /** It was called before. */
  readonly again: boolean;
}

/** 请 A 零 一 二 号，到 十二 号窗口。 */
export function sayCall({ number, counter, again }: CallToSay): Utterance {
  const ticket = readTicket(number);
  const window = readCount(counter);
  return {
    lang: 'zh-CN',
    text: `${again ? '再请一次，' : ''}请 ${ticket} 号，到${window}号窗口。`,
    clips: [
      ...(again ? ['once-more'] : []),
      'please',
      ...clipsOf(ticket),
      'number',
      'to',
      ...clipsOf(window),
      'counter',
    ],
  };
}

/** A 零 一 二 号，请取走号票。 Said to whoever has just taken it. */
export function sayTicket(number: string, isPrinted: boolean): Utterance {
  const ticket = readTicket(number);
  return {
    lang: 'zh-CN',
    text: `${ticket} 号${isPrinted ? '，请取走号票' : ''}。`,
    clips: [...clipsOf(ticket), 'number', ...(isPrinted ? ['take-ticket'] : [])],
    chime: false,
  };
}

/** Every clip a pack must have, and the words to record for it. Twenty sentences beside, for the other screens. */
export const script: ReadonlyMap<ClipName, string> = new Map<ClipName, string>([
  ...digits.map((sign, i) => [`digit-${i}`, sign] as const),
  ['ten', '十'],
  ['hundred', '百'],
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (sign) => [`letter-${sign}`, sign] as const),
  ['please', '请'],
  ['number', '号'],
  ['to', '到'],
  ['counter', '号窗口'],
  ['once-more', '再请一次'],
  ['take-ticket', '请取走号票'],
  ['no-paper', '没有纸了，请看屏幕'],
  ['missed', '过号了，请到取号机报到'],
  ['come-soon', '快轮到了，请准备'],
  ['paused', '窗口暂停，请稍等'],
  ['closing', '马上要下班了'],
  ['ended', '今天的办理结束了'],
  ['still-there', '您还在吗，碰一下屏幕'],
  ['ask-staff', '请问工作人员'],
  ['welcome', '您好，请选要办的事'],
]);
