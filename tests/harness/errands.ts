/** What people come to the terminal for, in their own words; each ends where its name says. */
import { bride, groom, phone, phoneTail } from './persons.ts';
import type { Visitor } from './kiosk.ts';

/** The words on the screen that an errand goes by. */
export interface Wording {
  readonly book: RegExp;
  readonly marriage: RegExp;
  readonly yes: string;
  readonly no: string;
  readonly questions: readonly (readonly [question: RegExp, answer: 'yes' | 'no'])[];
  readonly toPlace: RegExp;
  readonly toTime: RegExp;
  readonly toPersons: RegExp;
  readonly toReview: RegExp;
  readonly nextMonth: RegExp;
  readonly day: RegExp;
  readonly time: RegExp;
  readonly man: RegExp;
  readonly woman: RegExp;
  readonly phone: RegExp;
  readonly statements: readonly RegExp[];
  readonly confirm: RegExp;
  readonly booked: RegExp;
}

export const zh: Wording = {
  book: /^预约办事/,
  marriage: /^结婚登记/,
  yes: '是',
  no: '否',
  questions: [
    [/能一起来吗/, 'yes'],
    [/自己愿意/, 'yes'],
    [/还在婚姻中/, 'no'],
    [/近亲吗/, 'no'],
    [/内地居民身份证/, 'yes'],
  ],
  toPlace: /下一步.选地点/,
  toTime: /下一步.选时间/,
  toPersons: /下一步.填信息/,
  toReview: /下一步.确认/,
  nextMonth: /^下个月/,
  day: /^12月11日/,
  time: /^10:00/,
  man: /男方身份证/,
  woman: /女方身份证/,
  phone: /^手机号/,
  statements: [/没有配偶/, /直系血亲/, /都是真的/],
  confirm: /确认预约/,
  booked: /约好了/,
};

export const en: Wording = {
  book: /^Book an appointment/,
  marriage: /^Marriage registration/,
  yes: 'Yes',
  no: 'No',
  questions: [
    [/both come in person/, 'yes'],
    [/free will/, 'yes'],
    [/married to somebody/, 'no'],
    [/closely related/, 'no'],
    [/mainland resident ID/, 'yes'],
  ],
  toPlace: /Next.+Place/,
  toTime: /Next.+Time/,
  toPersons: /Next.+Details/,
  toReview: /Next.+Confirm/,
  nextMonth: /^Next month/,
  day: /December 11/,
  time: /^10:00/,
  man: /Groom.+ID number/,
  woman: /Bride.+ID number/,
  phone: /Mobile number/,
  statements: [/not married to anybody/, /not related in the direct line/, /entered is true/],
  confirm: /Confirm the booking/,
  booked: /You are booked/,
};

export async function toQuestions(visitor: Visitor, words = zh): Promise<void> {
  await visitor.press(words.book);
  await visitor.press(words.marriage);
}

export async function toPlaces(visitor: Visitor, words = zh): Promise<void> {
  await toQuestions(visitor, words);
  for (const [question, answer] of words.questions) await visitor.choose(question, words[answer]);
  await visitor.press(words.toPlace);
}

export async function toTimes(visitor: Visitor, words = zh): Promise<void> {
  await toPlaces(visitor, words);
  await visitor.press(words.toTime);
}

export async function pickTime(visitor: Visitor, words = zh): Promise<void> {
  await visitor.press(words.nextMonth);
  await visitor.press(words.day);
  await visitor.press(words.time);
}

export async function toPersons(visitor: Visitor, words = zh): Promise<void> {
  await toTimes(visitor, words);
  await pickTime(visitor, words);
  await visitor.press(words.toPersons);
}

export async function toReview(visitor: Visitor, words = zh): Promise<void> {
  await toPersons(visitor, words);
  await visitor.key(words.man, groom);
  await visitor.key(words.woman, bride);
  await visitor.key(words.phone, phone);
  await visitor.press(words.toReview);
}

/** Books for 11 December at 10:00, and comes back with the code on the receipt. */
export async function toReceipt(visitor: Visitor, words = zh): Promise<string> {
  await toReview(visitor, words);
  for (const statement of words.statements) await visitor.tick(statement);
  await visitor.press(words.confirm);
  await visitor.sees(words.booked);
  return codeOnScreen(visitor);
}

/** The screens of the terminal, in the order of `tour`. */
export const screens = [
  ...['home', 'book', 'guides', 'guide', 'check', 'place', 'time', 'persons', 'review', 'receipt'],
  ...['appointment', 'found', 'move', 'cancel', 'still-there'],
] as const;
export type Screen = (typeof screens)[number];

/** Through every screen of the terminal once, with a stop at each. */
export async function tour(
  visitor: Visitor,
  stop: (screen: (typeof screens)[number]) => Promise<void>,
): Promise<void> {
  const { page } = visitor;
  const look = async (screen: Screen): Promise<void> => {
    await visitor.settled();
    await stop(screen);
  };
  await visitor.seesHeading('您好，想办什么事？');
  await look('home');
  await visitor.press(/^办事指南/);
  await visitor.button(/^临时救助/).waitFor();
  await look('guides');
  await visitor.press(/^结婚登记/);
  await visitor.seesHeading('谁能办');
  await look('guide');
  await visitor.press('返回');
  await visitor.press('回首页');
  await visitor.press(zh.book);
  await visitor.button(zh.marriage).waitFor();
  await look('book');
  await visitor.press(zh.marriage);
  for (const [question, answer] of zh.questions) await visitor.choose(question, zh[answer]);
  await look('check');
  await visitor.press(zh.toPlace);
  await page.getByRole('radio', { name: /杨浦区婚姻登记中心/ }).waitFor();
  await look('place');
  await visitor.press(zh.toTime);
  await pickTime(visitor);
  await look('time');
  await visitor.press(zh.toPersons);
  await visitor.key(zh.man, groom);
  await visitor.key(zh.woman, bride);
  await visitor.key(zh.phone, phone);
  await look('persons');
  await visitor.press(zh.toReview);
  for (const statement of zh.statements) await visitor.tick(statement);
  await look('review');
  await visitor.press(zh.confirm);
  await visitor.sees(zh.booked);
  await look('receipt');
  const code = await codeOnScreen(visitor);
  await visitor.press(/回首页/);
  await visitor.press(/^我的预约/);
  await visitor.key(/回执码/, code);
  await visitor.key(/后四位/, phoneTail);
  await look('appointment');
  await visitor.press('查一查');
  await visitor.button('改约').waitFor();
  await look('found');
  await visitor.press('改约');
  await visitor.press(/^12月12日/);
  await visitor.press(/^09:00/);
  await look('move');
  await visitor.press(/返回/);
  await visitor.press('取消预约');
  await page.getByRole('dialog').waitFor();
  await look('cancel');
  await visitor.press('不取消');
  await page.evaluate(() =>
    document.querySelector('kiosk-shell')?.setAttribute('idle-seconds', '0'),
  );
  await page.getByRole('dialog', { name: '您还在吗？' }).waitFor();
  await look('still-there');
}

/** The ten digits, as they stand on the receipt: 482 913 7705. */
export async function codeOnScreen(visitor: Visitor): Promise<string> {
  const shown = await visitor.page.getByText(/^\d{3} \d{3} \d{4}$/).innerText();
  return shown.replaceAll(' ', '');
}
