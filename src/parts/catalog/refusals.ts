/** What is said when a rule of the shop says no: what happened, that nothing is lost, what to do next. */
import { words } from '../../i18n/index.ts';
import type { Sentence } from '../../ui/sentences.ts';

type Facts = Readonly<Record<string, string | number>>;
type Refusals = Readonly<Record<string, Sentence | ((facts: Facts) => Sentence)>>;

export const refusalWords = words<Refusals>(
  {
    'catalog.unknown-shop': { title: '这里没有这家超市', next: '请返回首页另选。' },
    'catalog.unknown-item': { title: '这样物品不在了', next: '请返回货架，另挑一样。' },
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
  },
);
