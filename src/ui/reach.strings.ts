/** What a person is told while the hall is out of reach, and about what this terminal has kept for it. */
import { words } from '../i18n/words.ts';

export const reachWords = words(
  {
    away: '现在连不上大厅',
    awayHint: '办事指南还能看。要预约，请等一会儿再来，或者到窗口办。',
    waiting: (count: number) =>
      `您办的 ${count} 件事记在这台机器上，没有丢；连上以后会自动送到大厅。`,
    arrived: (count: number) => `您办的 ${count} 件事已经送到大厅了。`,
    refused: '有一件事大厅没有办成',
    refusedHint:
      '刚才连不上大厅，先记在了这台机器上；送到以后，大厅没能办。请到窗口，工作人员会帮您办。',
    slip: {
      title: '没有办成的通知',
      heading: '有一件事没有办成',
      at: '记下的时间',
      next: '请带着这张纸到窗口，工作人员会帮您办。',
      reference: '给工作人员看',
    },
    seen: '知道了',
  },
  {
    away: 'The hall can’t be reached just now',
    awayHint:
      'You can still read the guides. To book, please come back in a while or go to a counter.',
    waiting: (count: number) =>
      count === 1
        ? 'What you did is kept on this terminal and not lost; it goes to the hall by itself.'
        : `The ${count} things you did are kept on this terminal and not lost; they go to the hall by themselves.`,
    arrived: (count: number) =>
      count === 1
        ? 'What you did has reached the hall.'
        : `The ${count} things you did have reached the hall.`,
    refused: 'One thing could not be done',
    refusedHint:
      'The hall was out of reach, so it was kept on this terminal. Now that it has arrived, the hall could not do it. Please go to a counter; the staff will help you.',
    slip: {
      title: 'Notice: not done',
      heading: 'One thing could not be done',
      at: 'Kept at',
      next: 'Please bring this slip to a counter. The staff will help you.',
      reference: 'For the staff',
    },
    seen: 'I understand',
  },
);
