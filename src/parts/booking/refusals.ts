/** What is said when a rule says no before a time is kept: what happened, that nothing is lost, what to do next. */
import { words } from '../../i18n/index.ts';
import type { BookingRefusal } from '../../model/booking/commands.ts';
import type { Sentence } from '../../ui/sentences.ts';

type Facts = Readonly<Record<string, string | number>>;
export type Refusals<Code extends string> = Readonly<
  Record<Code, Sentence | ((facts: Facts) => Sentence)>
>;
/** Met while looking for a time. */
export type EarlyRefusal = Extract<
  BookingRefusal,
  | 'booking.unknown-service'
  | 'booking.no-such-slot'
  | 'booking.slot-taken'
  | 'booking.too-late'
  | 'booking.too-early'
  | 'booking.hold-ended'
  | 'booking.not-together'
  | 'booking.party-size'
  | 'booking.too-many-holds'
>;

export const refusalWords = words<Refusals<EarlyRefusal>>(
  {
    'booking.unknown-service': {
      title: '这里不能预约这件事',
      next: '请返回首页另选，或到窗口问一问。',
    },
    'booking.no-such-slot': { title: '这个时间不开放', next: '请在日历上另选一个时间。' },
    'booking.slot-taken': {
      title: '这个时间刚被别人约走了',
      next: '您填的都还在。请换一个时间，下面是离得最近的：',
    },
    'booking.too-late': { title: '离开始太近，来不及约了', next: '请选晚一点的时间。' },
    'booking.too-early': { title: '这一天还没开放预约', next: '请选近一点的日子，或过些天再来。' },
    'booking.hold-ended': { title: '保留时间到了', next: '您填的都还在，请再选一次时间。' },
    'booking.not-together': {
      title: '这两件事不能一次办',
      next: '请分开预约，或者少选一件。',
    },
    'booking.party-size': {
      title: '人数不对',
      next: '请重新选来几个人。',
    },
    'booking.too-many-holds': {
      title: '这台机器上留着的时间太多了',
      next: '请等几分钟再选，或换一台机器。',
    },
  },
  {
    'booking.unknown-service': {
      title: 'This can’t be booked here',
      next: 'Please go back and choose another service, or ask at a counter.',
    },
    'booking.no-such-slot': {
      title: 'There is no such time',
      next: 'Please choose another time on the calendar.',
    },
    'booking.slot-taken': {
      title: 'Somebody has just taken this time',
      next: 'What you filled in is kept. These are the nearest free times:',
    },
    'booking.too-late': { title: 'This time is too close', next: 'Please choose a later one.' },
    'booking.too-early': {
      title: 'This day is not open for booking yet',
      next: 'Please choose an earlier day, or come back in a while.',
    },
    'booking.hold-ended': {
      title: 'The time was kept for you, but not any longer',
      next: 'What you filled in is kept. Please choose a time again.',
    },
    'booking.not-together': {
      title: 'These can’t be done in one visit',
      next: 'Please book them one by one, or choose fewer.',
    },
    'booking.party-size': {
      title: 'The number of persons is not right',
      next: 'Please choose again how many of you come.',
    },
    'booking.too-many-holds': {
      title: 'This terminal is keeping too many times already',
      next: 'Please wait a few minutes, or use another terminal.',
    },
  },
);
