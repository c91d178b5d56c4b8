/** Every sentence a citizen reads in a guide. Plain, polite, short; the facts themselves come from the pack. */
import type { CommonRefusal, Fault } from '../../gateway/contract.ts';
import { words, type Locale } from '../../i18n/index.ts';
import type { Refusal } from '../../model/shared/law.ts';
import { troubleWords, type Sentence } from '../../ui/sentences.ts';
import type { FieldName } from './fields.ts';

type GuideRefusal = 'guide.unknown-service';

export interface GuideWords {
  readonly waiting: string;
  readonly who: string;
  readonly bring: string;
  readonly bringThen: string;
  readonly nothingToBring: string;
  readonly steps: string;
  readonly terms: string;
  readonly duration: string;
  readonly fee: string;
  readonly where: string;
  readonly address: string;
  readonly hours: string;
  readonly phone: string;
  readonly near: string;
  readonly morePlaces: (count: number) => string;
  readonly fewerPlaces: string;
  readonly basis: string;
  readonly inForceSince: (date: string) => string;
  readonly sampleService: string;
  readonly samplePlaces: string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly bookable: string;
  readonly noServices: string;
  readonly refusals: Readonly<Record<GuideRefusal, Sentence>>;
}

export const guideWords = words<GuideWords>(
  {
    waiting: '请稍等……',
    who: '谁能办',
    bring: '要带什么',
    bringThen: '来的时候，请带上',
    nothingToBring: '不用带东西，人来就行。',
    steps: '办理步骤',
    terms: '时间和费用',
    duration: '多久办好',
    fee: '收费',
    where: '到哪里办',
    address: '地址',
    hours: '开放时间',
    phone: '电话',
    near: '就在本街道',
    morePlaces: (count) => `还有 ${count} 个地方，都看看`,
    fewerPlaces: '收起来',
    basis: '依据',
    inForceSince: (date) => {
      const [year, month, day] = date.split('-').map(Number);
      return `${year}年${month}月${day}日起施行`;
    },
    sampleService: '有些细节是示例，办之前请打电话或到窗口再问一问。',
    samplePlaces: '地址、电话和开放时间是示例，不是真的。',
    fields: {
      elder: '养老',
      relief: '救助',
      community: '社区事务',
      organisations: '社会组织',
      marriage: '婚姻登记',
      public: '公共事务',
    },
    bookable: '可预约',
    noServices: '这里暂时没有可以办的事，请到窗口问一问。',
    refusals: {
      'guide.unknown-service': {
        title: '没有找到这件事',
        next: '请返回另选一件，或到窗口问一问。',
      },
    },
  },
  {
    waiting: 'One moment…',
    who: 'Who can have it',
    bring: 'What to bring',
    bringThen: 'Please bring with you',
    nothingToBring: 'Nothing. Just come.',
    steps: 'How it goes',
    terms: 'Time and fee',
    duration: 'How long it takes',
    fee: 'Fee',
    where: 'Where to go',
    address: 'Address',
    hours: 'Opening hours',
    phone: 'Phone',
    near: 'In this subdistrict',
    morePlaces: (count) => `Show ${count} more`,
    fewerPlaces: 'Show fewer',
    basis: 'Legal basis',
    inForceSince: (date) => `in force since ${date}`,
    sampleService: 'Some details are samples. Please call or ask at a counter before you come.',
    samplePlaces: 'Address, phone and opening hours are samples, not real.',
    fields: {
      elder: 'For older people',
      relief: 'Social assistance',
      community: 'Community services',
      organisations: 'Social organisations',
      marriage: 'Marriage',
      public: 'Public affairs',
    },
    bookable: 'Can be booked',
    noServices: 'There is nothing on offer here at the moment. Please ask at a counter.',
    refusals: {
      'guide.unknown-service': {
        title: 'We found no such service',
        next: 'Please go back and choose another one, or ask at a counter.',
      },
    },
  },
);

/** What happened, and what to do next. */
export function sentenceFor(
  locale: Locale,
  trouble:
    | { readonly status: 'refused'; readonly refusal: Refusal<GuideRefusal | CommonRefusal> }
    | { readonly status: 'fault'; readonly fault: Fault },
): Sentence {
  const { faults, refusals } = troubleWords[locale];
  if (trouble.status === 'fault') return faults[trouble.fault.code];
  const { code, facts = {} } = trouble.refusal;
  const sentence = { ...refusals, ...guideWords[locale].refusals }[code];
  return typeof sentence === 'function' ? sentence(facts) : sentence;
}
