/** Sentences between the parts. */
import { words } from '../i18n/index.ts';

export const serviceWords = words(
  {
    back: '返回',
    book: '预约时间',
    notBookable: '这件事不用在这里预约，请在开放时间直接来办。',
  },
  {
    back: 'Back',
    book: 'Book a time',
    notBookable: 'No booking here: please come during opening hours.',
  },
);
