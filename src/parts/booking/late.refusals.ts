/** What is said when a rule says no once a time is kept, or later: what happened, that nothing is lost, what to do next. */
import { words } from '../../i18n/index.ts';
import type { BookingRefusal } from '../../model/booking/commands.ts';
import type { EarlyRefusal, Refusals } from './refusals.ts';

type LateRefusal = Exclude<BookingRefusal, EarlyRefusal> | 'booking.code-typo';

/** `2026-12-11` → `12 月 11 日` */
const dayZh = (date: string): string =>
  `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`;

export const lateRefusals = words<Refusals<LateRefusal>>(
  {
    'booking.hold-renewed-enough': {
      title: '不能再延长了',
      next: '请在剩下的时间里确认；来不及也没关系，可以重新选时间。',
    },
    'booking.declaration-missing': { title: '还有声明没有勾选', next: '请逐条看过，再勾选。' },
    'booking.not-found': {
      title: '没有查到这张回执',
      next: '请核对回执码和预约时留的手机号后四位。回执丢了，可以带身份证到窗口查。',
    },
    'booking.code-typo': { title: '回执码好像按错了一位', next: '请对着回执再看一遍。' },
    'booking.cancelled-already': {
      title: '这个预约已经取消了',
      next: '还想来，可以重新约一个时间。',
    },
    'booking.too-late-to-change': {
      title: '离预约时间太近，不能自己改了',
      next: '请直接到场，或打电话给办事地点。',
    },
    'booking.same-time': { title: '这就是您现在的时间', next: '请选另一个时间，或者不用改。' },
    'person.missing': { title: '还没填', next: '请填身份证号码。' },
    'person.id-length': { title: '号码不是 18 位', next: '请对着身份证再看一遍。' },
    'person.id-birth-date': { title: '号码里的出生日期不对', next: '请看第 7 到第 14 位。' },
    'person.id-check-digit': { title: '号码好像按错了一位', next: '请对着身份证再看一遍。' },
    'person.wrong-sex': { title: '号码和性别对不上', next: '男方、女方的号码是不是填反了？' },
    'person.too-young': ({ minAge }) => ({
      title: `预约当天还没满 ${minAge} 周岁`,
      next: `法律规定满 ${minAge} 周岁才能登记，请约生日以后的日子。`,
    }),
    'person.same-twice': { title: '两个人的号码一样', next: '请填另一位的身份证号码。' },
    'booking.enough-that-day': {
      title: '这一天已经有预约了',
      next: '请换一天，或者先改、先取消那个预约。',
    },
    'booking.enough-of-this': {
      title: '这件事已经约过了',
      next: '不用再约。想换时间，请在“我的预约”里改。',
    },
    'booking.enough-open': {
      title: '已经约了好几件事',
      next: '请先办完或取消一件，再来约新的。',
    },
    'booking.cooling-off': ({ until }) => ({
      title: '前几次约了没来，或取消太多次',
      next: `${dayZh(String(until))}起又可以自己约。急着办，请到窗口说明。`,
    }),
    'booking.lapsed': {
      title: '没有按时确认，这个预约不算数了',
      next: '还想来，请重新约一个时间。',
    },
    'booking.too-early-to-check-in': {
      title: '还没到报到的时间',
      next: '请先休息一会儿，临近约好的时间再来报到。',
    },
    'booking.too-late-to-check-in': {
      title: '报到的时间过了',
      next: '请到窗口问一问，也可以重新约一个时间。',
    },
    'booking.arrived-already': {
      title: '您已经报到了',
      next: '不用再改，请坐下等叫号。',
    },
    'booking.not-begun': { title: '还没到约好的时间', next: '请等到开始以后再记。' },
    'booking.no-waiting-list': {
      title: '这件事不能候补',
      next: '请另选日子，或过些天再看看有没有空位。',
    },
    'booking.wrong-days': ({ maxDays }) => ({
      title: '候补的日子不对',
      next: `请选今天以后的日子，头尾最多 ${maxDays} 天。`,
    }),
    'booking.free-now': ({ date, time }) => ({
      title: '不用候补，现在就有空位',
      next: `${dayZh(String(date))} ${time} 可以约，请直接选这个时间。`,
    }),
    'booking.waits-already': {
      title: '已经在候补了',
      next: '不用再排一次，有空位会轮到您。',
    },
    'booking.offer-ended': {
      title: '这个空位已经让给下一位了',
      next: '还想来，请重新约时间，或者再候补。',
    },
    'person.too-many': { title: '来的人比预约的多', next: '请去掉多填的人，或者返回改人数。' },
    'phone.invalid': { title: '手机号不对', next: '请填 11 位手机号，1 开头。' },
  },
  {
    'booking.hold-renewed-enough': {
      title: 'The time can’t be kept any longer',
      next: 'Please confirm while it lasts. If you run out of time, simply choose again.',
    },
    'booking.declaration-missing': {
      title: 'A statement is still open',
      next: 'Please read each one and tick it.',
    },
    'booking.not-found': {
      title: 'We found no such receipt',
      next: 'Please check the code and the last four digits of your phone. If the receipt is lost, bring your ID card to a counter.',
    },
    'booking.code-typo': {
      title: 'One digit of the code seems wrong',
      next: 'Please compare it with your receipt.',
    },
    'booking.cancelled-already': {
      title: 'This appointment is cancelled already',
      next: 'If you want to come after all, book a new time.',
    },
    'booking.too-late-to-change': {
      title: 'It is too close to be changed here',
      next: 'Please come as booked, or call the office.',
    },
    'booking.same-time': {
      title: 'That is the time you have now',
      next: 'Choose another one, or leave it as it is.',
    },
    'person.missing': { title: 'Still empty', next: 'Please enter the ID number.' },
    'person.id-length': {
      title: 'The number needs 18 characters',
      next: 'Please compare it with the card.',
    },
    'person.id-birth-date': {
      title: 'The date of birth in the number can’t be right',
      next: 'Please look at digits 7 to 14.',
    },
    'person.id-check-digit': {
      title: 'One digit seems wrong',
      next: 'Please compare it with the card.',
    },
    'person.wrong-sex': {
      title: 'The number does not belong to a person of this sex',
      next: 'Are the two numbers the wrong way round?',
    },
    'person.too-young': ({ minAge }) => ({
      title: `Under ${minAge} on the day of the appointment`,
      next: `The law asks for ${minAge} full years. Please choose a day after the birthday.`,
    }),
    'person.same-twice': {
      title: 'Both numbers are the same',
      next: 'Please enter the other person’s ID number.',
    },
    'booking.enough-that-day': {
      title: 'There is an appointment on that day already',
      next: 'Please choose another day, or change or cancel the other one first.',
    },
    'booking.enough-of-this': {
      title: 'This is booked already',
      next: 'No need to book again. To come at another time, change it under “My appointments”.',
    },
    'booking.enough-open': {
      title: 'Several appointments are waiting already',
      next: 'Please finish or cancel one before you book another.',
    },
    'booking.cooling-off': ({ until }) => ({
      title: 'Too many appointments were missed or cancelled',
      next: `You can book by yourself again from ${until}. If it is urgent, please ask at a counter.`,
    }),
    'booking.lapsed': {
      title: 'It was not confirmed in time, so it no longer counts',
      next: 'If you still want to come, please choose a time again.',
    },
    'booking.too-early-to-check-in': {
      title: 'It is too early to check in',
      next: 'Please have a rest, and check in closer to your time.',
    },
    'booking.too-late-to-check-in': {
      title: 'The time to check in has passed',
      next: 'Please ask at a counter, or book another time.',
    },
    'booking.arrived-already': {
      title: 'You have checked in already',
      next: 'Nothing more to change. Please take a seat until you are called.',
    },
    'booking.not-begun': {
      title: 'It has not begun yet',
      next: 'Please wait until after the time that was booked.',
    },
    'booking.no-waiting-list': {
      title: 'There is no waiting list for this',
      next: 'Please choose another day, or look again in a few days.',
    },
    'booking.wrong-days': ({ maxDays }) => ({
      title: 'These days can’t be waited for',
      next: `Please choose days from today on, ${maxDays} at most.`,
    }),
    'booking.free-now': ({ date, time }) => ({
      title: 'No need to wait: there is a place',
      next: `${date} at ${time} is free. Please choose that time.`,
    }),
    'booking.waits-already': {
      title: 'You are on the waiting list already',
      next: 'No need to join twice. Your turn will come when a place is free.',
    },
    'booking.offer-ended': {
      title: 'This place has gone to the next person',
      next: 'If you still want to come, please book or wait again.',
    },
    'person.too-many': {
      title: 'More persons than were booked for',
      next: 'Please take out whoever is too many, or go back and change the number.',
    },
    'phone.invalid': {
      title: 'This is not a mobile number',
      next: 'Please enter 11 digits, the first is 1.',
    },
  },
);
