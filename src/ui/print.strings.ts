import type { PrinterTrouble } from '../device/printer/contract.ts';
import { words } from '../i18n/words.ts';
import type { Sentence } from './sentences.ts';

interface PrintWords {
  readonly print: string;
  readonly again: string;
  readonly printed: Sentence;
  readonly handedOver: Sentence;
  /** Something may lie in the tray that is not whole. */
  readonly begun: string;
  readonly retry: string;
  readonly troubles: Readonly<Record<PrinterTrouble, Sentence>>;
}

const stillHere = '屏幕上的内容一样有效，请拍下来或记下来。';
const stillHereEn = 'What is on the screen counts as much: take a picture of it, or note it down.';

export const printWords = words<PrintWords>(
  {
    print: '打印出来',
    again: '再打印一张',
    printed: { title: '打印好了', next: '请从出纸口取走。' },
    handedOver: { title: '已经交给打印机', next: '打印机要是没动静，屏幕上的内容一样有效。' },
    begun: '出纸口可能有一张没打完的，请不要用它。',
    retry: '再试一次',
    troubles: {
      'no-paper': { title: '打印机没有纸了', next: stillHere },
      'cover-open': { title: '打印机的盖子没关好', next: stillHere },
      jam: { title: '打印机卡纸了', next: stillHere },
      'too-hot': { title: '打印机太热，要歇一会儿', next: stillHere },
      offline: { title: '打印机没有接通', next: stillHere },
      fault: { title: '打印机暂时不能用', next: stillHere },
    },
  },
  {
    print: 'Print it',
    again: 'Print another one',
    printed: { title: 'Printed', next: 'Please take it from the tray.' },
    handedOver: {
      title: 'Handed to the printer',
      next: 'If nothing comes out, what is on the screen counts as much.',
    },
    begun: 'A half-printed slip may lie in the tray. Please do not use it.',
    retry: 'Try again',
    troubles: {
      'no-paper': { title: 'The printer is out of paper', next: stillHereEn },
      'cover-open': { title: 'The printer’s cover is open', next: stillHereEn },
      jam: { title: 'Paper is stuck in the printer', next: stillHereEn },
      'too-hot': { title: 'The printer is too hot and needs a rest', next: stillHereEn },
      offline: { title: 'The printer is not connected', next: stillHereEn },
      fault: { title: 'The printer can’t be used at the moment', next: stillHereEn },
    },
  },
);
