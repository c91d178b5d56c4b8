/** What is said when a rule of the shop says no: what happened, that nothing is lost, what to do next. */
import { words } from '../../i18n/index.ts';
import type { CatalogRefusal } from '../../model/catalog/refusals.ts';
import type { Sentence } from '../../ui/sentences.ts';

type Facts = Readonly<Record<string, string | number>>;
type Refusals = Readonly<
  Record<CatalogRefusal | 'catalog.code-typo', Sentence | ((facts: Facts) => Sentence)>
>;

const card = { title: '身份证号码不对', next: '请对着身份证再看一遍。' };
const cardEn = { title: 'The ID number is not right', next: 'Please compare it with the card.' };

export const refusalWords = words<Refusals>(
  {
    'catalog.unknown-shop': { title: '这里没有这家超市', next: '请返回首页另选。' },
    'catalog.unknown-item': { title: '这样物品不在了', next: '请返回货架，另挑一样。' },
    'catalog.bad-count': ({ most = 0 }) => ({
      title: '件数不对',
      next: `请选 1 到 ${most} 之间的整数。`,
    }),
    'catalog.basket-empty': { title: '篮子是空的', next: '请先挑几样。' },
    'catalog.basket-full': ({ most = 0 }) => ({
      title: `一次最多 ${most} 样`,
      next: '请拿掉几样再预订；拿掉的下次还可以订。',
    }),
    'catalog.withdrawn': {
      title: '有一样刚刚下架了',
      next: '篮子里别的都还在，请把它拿掉再预订。',
    },
    'catalog.expired': {
      title: '有一样快过保质期，不能再给了',
      next: '篮子里别的都还在，请把它拿掉再预订。',
    },
    'catalog.not-enough': ({ free = 0 }) => ({
      title: Number(free) > 0 ? `有一样只剩 ${free} 件了` : '有一样刚被别人订完了',
      next: '篮子还在，请回去改一改件数。',
    }),
    'catalog.person-limit': ({ most = 0, left = 0, days }) => ({
      title: days ? `有一样 ${days} 天内每人 ${most} 件` : `有一样每人一次 ${most} 件`,
      next: Number(left) > 0 ? `您还能订 ${left} 件，请回去改一改。` : '您已经订满了，请先拿掉它。',
    }),
    'catalog.too-many-open': ({ most = 0 }) => ({
      title: `您已经有 ${most} 份没取的预订`,
      next: '请先取走，或取消一份，再来预订。',
    }),
    'catalog.wrong-day': { title: '这一天不能取货', next: '请在期限内另选一天。' },
    'catalog.time-gone': {
      title: '留给您的取货时间到了',
      next: '篮子和手机号都还在，请返回再选一次时间。',
    },
    'phone.invalid': { title: '手机号不对', next: '请填 11 位手机号，取货时要核对后四位。' },
    'catalog.not-for-points': {
      title: '有一样不能用积分',
      next: '请把它拿掉，或改成到店付钱。',
    },
    'points.needs-card': {
      title: '用积分要先刷身份证',
      next: '请刷一下身份证；没带，可以改成到店付钱。',
    },
    'points.too-few': ({ has = 0, needs = 0 }) => ({
      title: `积分不够：要 ${needs}，现有 ${has}`,
      next: '请拿掉几样，或改成到店付钱。积分一点没有动。',
    }),
    'person.id-length': card,
    'person.id-birth-date': card,
    'person.id-check-digit': card,
    'catalog.not-found': {
      title: '没有查到这份预订',
      next: '请核对取货码和手机号后四位。',
    },
    'catalog.code-typo': { title: '取货码好像按错了一位', next: '请对着回执再看一遍。' },
    'catalog.handed-out-already': { title: '这份已经取走了', next: '有疑问请问柜台。' },
    'catalog.cancelled-already': { title: '这份已经取消了', next: '还想要，请重新预订。' },
    'catalog.lapsed': { title: '这份过了期限，已放回货架', next: '还想要，请重新预订。' },
    'payment.wrong-amount': ({ fen = 0 }) => ({
      title: `应收 ${(Number(fen) / 100).toFixed(2)} 元`,
      next: '请核对金额再收款。',
    }),
  },
  {
    'catalog.unknown-shop': {
      title: 'There is no such shop here',
      next: 'Please go back to the first screen.',
    },
    'catalog.unknown-item': {
      title: 'This is not there any more',
      next: 'Please go back and choose something else.',
    },
    'catalog.bad-count': ({ most = 0 }) => ({
      title: 'This number can’t be right',
      next: `Please choose a whole number from 1 to ${most}.`,
    }),
    'catalog.basket-empty': {
      title: 'The basket is empty',
      next: 'Please choose something first.',
    },
    'catalog.basket-full': ({ most = 0 }) => ({
      title: `${most} different things at most`,
      next: 'Please take some out; you can reserve them another time.',
    }),
    'catalog.withdrawn': {
      title: 'One thing has just been taken off the shelf',
      next: 'The rest is still in your basket. Please take that one out.',
    },
    'catalog.expired': {
      title: 'One thing is too close to its date',
      next: 'The rest is still in your basket. Please take that one out.',
    },
    'catalog.not-enough': ({ free = 0 }) => ({
      title: Number(free) > 0 ? `Only ${free} of one thing are left` : 'One thing has just gone',
      next: 'Your basket is kept. Please go back and change the number.',
    }),
    'catalog.person-limit': ({ most = 0, left = 0, days }) => ({
      title: days
        ? `One thing: ${most} a person within ${days} days`
        : `One thing: ${most} a person`,
      next:
        Number(left) > 0
          ? `You may still reserve ${left}. Please go back and change it.`
          : 'You have had yours. Please take it out.',
    }),
    'catalog.too-many-open': ({ most = 0 }) => ({
      title: `You already have ${most} reservations to fetch`,
      next: 'Please fetch or cancel one first.',
    }),
    'catalog.time-gone': {
      title: 'Your time is kept no longer',
      next: 'Your basket and number are kept. Please go back and choose a time again.',
    },
    'catalog.wrong-day': {
      title: 'It can’t be fetched on that day',
      next: 'Please choose another day.',
    },
    'phone.invalid': {
      title: 'The phone number is not right',
      next: 'Please give eleven digits; the last four are asked for when you fetch it.',
    },
    'catalog.not-for-points': {
      title: 'One thing can’t be had for points',
      next: 'Please take it out, or pay at the shop.',
    },
    'points.needs-card': {
      title: 'Points need your ID card',
      next: 'Please lay it down, or pay at the shop.',
    },
    'points.too-few': ({ has = 0, needs = 0 }) => ({
      title: `Not enough points: ${needs} needed, ${has} there`,
      next: 'Please take something out, or pay at the shop. No point has been spent.',
    }),
    'person.id-length': cardEn,
    'person.id-birth-date': cardEn,
    'person.id-check-digit': cardEn,
    'catalog.not-found': {
      title: 'No such reservation was found',
      next: 'Please compare the code and the last four digits of the phone.',
    },
    'catalog.code-typo': {
      title: 'One digit of the code seems wrong',
      next: 'Please compare it with the receipt.',
    },
    'catalog.handed-out-already': {
      title: 'This has been fetched already',
      next: 'Please ask at the counter.',
    },
    'catalog.cancelled-already': {
      title: 'This was cancelled already',
      next: 'Please reserve it anew if you still want it.',
    },
    'catalog.lapsed': {
      title: 'This was not fetched in time and is back on the shelf',
      next: 'Please reserve it anew if you still want it.',
    },
    'payment.wrong-amount': ({ fen = 0 }) => ({
      title: `It costs ¥${(Number(fen) / 100).toFixed(2)}`,
      next: 'Please check the amount.',
    }),
  },
);
