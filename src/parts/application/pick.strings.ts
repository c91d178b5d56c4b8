/** Sentences of choosing several things to apply for. */
import { words } from '../../i18n/index.ts';

export const pickWords = words(
  {
    title: '几件事一起申请',
    intro: '选两件或更多。一样的问题只问一遍，材料只交一份，签一次名。',
    back: '返回',
    few: '请选两件或更多；只办一件，请返回直接点那一件。',
    many: (most: number): string => `一次最多 ${most} 件，请去掉几件。`,
    onward: (count: number): string => (count > 1 ? `一起申请这 ${count} 件` : '一起申请'),
  },
  {
    title: 'Several applications at once',
    intro:
      'Choose two or more. What they share is asked once, papers are added once, you sign once.',
    back: 'Back',
    few: 'Please choose two or more. For one, go back and press it.',
    many: (most: number): string => `${most} at once at most; please remove some.`,
    onward: (count: number): string =>
      count > 1 ? `Apply for these ${count}` : 'Apply for several',
  },
);
