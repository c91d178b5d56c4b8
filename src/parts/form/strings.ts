/** Every sentence of the form around its questions. */
import { words } from '../../i18n/index.ts';

export interface FormWords {
  readonly steps: string;
  readonly back: string;
  readonly leave: string;
  readonly next: string;
  readonly toReview: string;
  readonly backToReview: string;
  readonly submit: string;
  readonly reviewTitle: string;
  readonly reviewHint: string;
  readonly change: string;
  readonly progress: (number: number, count: number) => string;
  readonly left: (minutes: number) => string;
  readonly lastMinute: string;
  readonly rest: string;
  readonly mistakes: (count: number) => string;
  readonly mistakesHint: string;
  readonly row: (number: number) => string;
  readonly add: (label: string) => string;
  readonly remove: (label: string) => string;
  readonly noRows: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  readonly reckoned: string;
  readonly accepted: string;
  readonly signed: string;
  readonly between: string;
  readonly money: (yuan: string) => string;
  readonly files: (count: number) => string;
  readonly notShown: string;
  readonly fromCard: string;
  readonly phrase: string;
  readonly sample: string;
  readonly otherErrors: string;
}

export const formWords = words<FormWords>(
  {
    steps: '填表步骤',
    back: '上一步',
    leave: '返回',
    next: '下一步',
    toReview: '去核对',
    backToReview: '改好了，回去核对',
    submit: '提交',
    reviewTitle: '请核对',
    reviewHint: '看看有没有填错，要改就按“修改”。没有问题再提交。',
    change: '修改',
    progress: (number, count) => `第 ${number} 步，共 ${count} 步`,
    left: (minutes) => `大约还要 ${minutes} 分钟`,
    lastMinute: '马上就填完了',
    rest: '其他',
    mistakes: (count) => `还有 ${count} 处要看一看`,
    mistakesHint: '点一下就到那里。已经填的都还在。',
    row: (number) => `第 ${number} 项`,
    add: (label) => `添加：${label}`,
    remove: (label) => `去掉${label}`,
    noRows: '还没有添加。没有就不用填。',
    yes: '是',
    no: '否',
    nothing: '没有填',
    reckoned: '填好后自动算',
    accepted: '已同意',
    signed: '已签名',
    between: '、',
    money: (yuan) => `${yuan} 元`,
    files: (count) => `${count} 份`,
    notShown: '这一项这里还不能填，请到窗口办理。',
    fromCard: '从身份证读出，不用再填',
    phrase: '常用的话',
    sample: '这张表是示例，不会真的送到街道。',
    otherErrors: '还有一处不对',
  },
  {
    steps: 'Steps of the form',
    back: 'Back',
    leave: 'Back',
    next: 'Next',
    toReview: 'Check my answers',
    backToReview: 'Done, back to checking',
    submit: 'Hand in',
    reviewTitle: 'Please check',
    reviewHint: 'Look over your answers; press “Change” to mend one. Hand in when all is right.',
    change: 'Change',
    progress: (number, count) => `Step ${number} of ${count}`,
    left: (minutes) => `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`,
    lastMinute: 'Almost done',
    rest: 'More',
    mistakes: (count) =>
      count === 1 ? 'One answer needs another look' : `${count} answers need another look`,
    mistakesHint: 'Touch one to go there. Everything else is kept.',
    row: (number) => `No. ${number}`,
    add: (label) => `Add: ${label}`,
    remove: (label) => `Remove ${label}`,
    noRows: 'Nothing added yet. Leave it so if there is nothing.',
    yes: 'Yes',
    no: 'No',
    nothing: 'Not filled in',
    reckoned: 'follows from the answers',
    accepted: 'Accepted',
    signed: 'Signed',
    between: ', ',
    money: (yuan) => `${yuan} yuan`,
    files: (count) => (count === 1 ? '1 file' : `${count} files`),
    notShown: 'This can’t be filled in here; please go to a counter.',
    fromCard: 'Read from the ID card',
    phrase: 'What others often say',
    sample: 'This form is a sample; it does not reach a real office.',
    otherErrors: 'Something else is not right',
  },
);
