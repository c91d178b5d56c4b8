import type { CardTrouble } from '../device/card/contract.ts';
import { words } from '../i18n/words.ts';
import type { Sentence } from './sentences.ts';

interface ReadCardWords {
  readonly read: string;
  readonly lay: Sentence;
  readonly stop: string;
  readonly take: Sentence;
  readonly troubles: Readonly<Record<CardTrouble, Sentence>>;
}

const byHand = '也可以按号码填。';
const byHandEn = 'Or type the number instead.';

export const readCardWords = words<ReadCardWords>(
  {
    read: '刷身份证',
    lay: { title: '请把身份证平放在读卡区', next: '只读号码和姓名，不留照片和住址。' },
    stop: '不刷了',
    take: { title: '读好了', next: '请收好您的身份证。' },
    troubles: {
      'no-card': { title: '没有看到身份证', next: `请再刷一次。${byHand}` },
      removed: { title: '身份证拿开得太快', next: '请再刷一次，放好等两秒钟。' },
      unreadable: { title: '这张证读不出来', next: `请换成居民身份证再刷一次。${byHand}` },
      offline: { title: '读卡器没有接通', next: byHand },
      fault: { title: '读卡器暂时不能用', next: byHand },
    },
  },
  {
    read: 'Use the ID card',
    lay: {
      title: 'Please lay the ID card on the reader',
      next: 'Only number and name are read; no photo, no address.',
    },
    stop: 'Stop',
    take: { title: 'Read', next: 'Please take your card with you.' },
    troubles: {
      'no-card': { title: 'No card was seen', next: `Please try again. ${byHandEn}` },
      removed: {
        title: 'The card was taken away too soon',
        next: 'Please try again, and leave it there for two seconds.',
      },
      unreadable: {
        title: 'This card can’t be read',
        next: `Please use a resident identity card. ${byHandEn}`,
      },
      offline: { title: 'The card reader is not connected', next: byHandEn },
      fault: { title: 'The card reader can’t be used at the moment', next: byHandEn },
    },
  },
);
