/** Sentences between the parts. */
import { words } from '../i18n/index.ts';

export const serviceWords = words(
  {
    back: '返回',
    book: '预约时间',
    apply: '填表申请',
    notBookable: '这件事不用在这里预约，请在开放时间直接来办。',
  },
  {
    back: 'Back',
    book: 'Book a time',
    apply: 'Apply here',
    notBookable: 'No booking here: please come during opening hours.',
  },
);

export const shopJourneyWords = words(
  {
    back: '返回',
    toBasket: (pieces: number) => `看篮子，${pieces} 件`,
    toTime: '下一步：选取货时间',
    toCheckout: '下一步：核对',
    time: '什么时候来取？',
    done: '好了',
  },
  {
    back: 'Back',
    toBasket: (pieces: number) => `Basket, ${pieces}`,
    toTime: 'Next: when to fetch it',
    toCheckout: 'Next: check it',
    time: 'When will you fetch it?',
    done: 'Done',
  },
);
