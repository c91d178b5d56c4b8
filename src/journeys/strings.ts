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
    otherShop: '换一家店',
    chooseShop: '到哪一家店取？',
    basketGoes: '每家店的东西不一样，换店以后篮子要重新挑。',
    stay: '不换了',
    time: '什么时候来取？',
    done: '好了',
  },
  {
    back: 'Back',
    toBasket: (pieces: number) => `Basket, ${pieces}`,
    toTime: 'Next: when to fetch it',
    toCheckout: 'Next: check it',
    otherShop: 'Another shop',
    chooseShop: 'Which shop?',
    basketGoes: 'Shops have different things, so the basket begins anew.',
    stay: 'Stay here',
    time: 'When will you fetch it?',
    done: 'Done',
  },
);

export const applyWords = words(
  {
    ways: '别的申请办法',
    back: '返回',
    look: { name: '看看能申请什么', hint: '答几个问题，先有个数' },
    lookIntro: '不知道该申请哪一样？选一类，答几个问题，马上告诉您。',
    several: { name: '几件事一起申请', hint: '问一遍，交一份，签一次' },
    resume: { name: '接着填上次的表', hint: '用暂存码打开' },
  },
  {
    ways: 'Other ways to apply',
    back: 'Back',
    look: { name: 'What can I apply for?', hint: 'A few questions tell' },
    lookIntro: 'Not sure what to apply for? Choose a subject and answer a few questions.',
    several: { name: 'Several at once', hint: 'Asked once, signed once' },
    resume: { name: 'Go on with a kept form', hint: 'By its code' },
  },
);
