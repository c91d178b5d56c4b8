/** A case in words: what its card and the slip have in common. */
import type { Slip, SlipLine } from '../../device/printer/contract.ts';
import { dayName, type Locale } from '../../i18n/index.ts';
import type { CaseView, ReceiptView, StoryRow } from '../../model/case/view.ts';
import { dateAt, timeAt } from '../../model/shared/dates.ts';
import type { Instant } from '../../model/shared/law.ts';
import { recordsWords } from './strings.ts';

/** Ten digits as people read them out: 482 913 7705. */
export const grouped = (code: string): string =>
  `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`;

/** 12月7日 星期一 10:00 */
export const momentOf = (locale: Locale, at: Instant, zone: string): string =>
  `${dayName(locale, dateAt(at, zone))} ${timeAt(at, zone)}`;

/** Whether nothing more will happen to it. */
export const isOver = ({ status }: CaseView): boolean =>
  status === 'decided' || status === 'withdrawn';

/** How it stands: 已收到, or 同意. */
export const stateOf = ({ status, outcome }: CaseView, locale: Locale): string =>
  outcome ? recordsWords[locale].outcome[outcome] : recordsWords[locale].status[status];

/** What comes next, and until when. */
export function nextOf(one: CaseView, locale: Locale): string {
  const { next } = recordsWords[locale];
  const { status, outcome, decideBy, answerBy } = one;
  switch (status) {
    case 'received':
    case 'checked':
    case 'answered':
      return next[status](dayName(locale, decideBy));
    case 'asked':
      return next.asked(dayName(locale, answerBy ?? decideBy));
    case 'decided':
      return next[outcome ?? 'refused'];
    case 'withdrawn':
      return next.withdrawn;
  }
}

/** What was said with a row, each line for itself. */
export function detailsOf(row: StoryRow, locale: Locale): string[] {
  const words = recordsWords[locale];
  const { items = [], reason, words: said } = row;
  const pause = locale === 'en' ? ', ' : '、';
  return [
    ...(items.length > 0
      ? [`${words.items}：${items.map((item) => item[locale]).join(pause)}`]
      : []),
    ...(reason ? [`${words.reason}：${reason[locale]}`] : []),
    ...(said ? [`${words.said}：${said}`] : []),
  ].map((line) => (locale === 'en' ? line.replace('：', ': ') : line));
}

/** What comes out of the printer: how things stand, and nothing of what was answered. A slip is easily left behind. */
export function slipOf(
  receipt: ReceiptView,
  nameOf: (service: string) => string,
  locale: Locale,
): Slip {
  const words = recordsWords[locale];
  return {
    lang: locale,
    title: words.slip,
    lines: [
      { kind: 'heading', text: words.slip },
      { kind: 'text', text: words.code },
      { kind: 'large', text: grouped(receipt.code) },
      {
        kind: 'fact',
        label: words.submitted,
        value: momentOf(locale, receipt.at, receipt.zone),
      },
      ...receipt.cases.flatMap((one): SlipLine[] => [
        { kind: 'rule' },
        { kind: 'fact', label: nameOf(one.service), value: stateOf(one, locale) },
        { kind: 'text', text: nextOf(one, locale) },
      ]),
      { kind: 'rule' },
      { kind: 'qr', value: `${words.slip}\n${words.code} ${receipt.code}` },
    ],
  };
}
