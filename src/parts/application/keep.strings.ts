/** Sentences of what is put away and taken up again. */
import { words } from '../../i18n/index.ts';

export const keepWords = words(
  {
    title: '先存下来，下次接着填',
    what: '填的内容和照片会加密存起来。给您一个暂存码，换一台机器也能接着填。签名要到交的时候再签。',
    byPhone: '打开时要用暂存码，和您填的手机号后 4 位。',
    tail: '自己定 4 位数字',
    tailHint: '打开时要用，请记牢。用手机号后 4 位最好记。',
    tailMissing: '请填 4 位数字。',
    keep: '存下来',
    stay: '不存了，接着填',
    kept: '存好了',
    keptNext: (until: string): string => `请在${until}前接着填，过了这一天会自动清除。`,
    code: '暂存码',
    qr: '暂存码的二维码',
    qrHint: '用手机扫一扫，记在手机里',
    slip: '没填完的表',
    until: (until: string): string => `保存到 ${until}`,
    find: (byPhone: boolean): string =>
      byPhone
        ? '接着填：在首页按“申请办事”，再按“接着填上次的表”，填暂存码和手机号后 4 位。'
        : '接着填：在首页按“申请办事”，再按“接着填上次的表”，填暂存码和您定的 4 位数字。',
    done: '好了',
    resume: '接着填上次的表',
    resumeIntro: '填上暂存码和 4 位数字，上次填的都还在。',
    resumeCode: '暂存码',
    resumeCodeHint: '单子上的 10 位数字',
    resumeTail: '4 位数字',
    resumeTailHint: '手机号后 4 位，或者您自己定的 4 位',
    open: '打开',
    back: '返回',
    fillIn: '请填写',
    typo: '暂存码好像按错了一位，请对着单子再看一遍。',
  },
  {
    title: 'Keep it and go on later',
    what: 'What you filled in and your photos are kept, encrypted. You get a code and can go on at any other device. You sign when you hand it in.',
    byPhone: 'It opens with the code and the last 4 digits of the phone number you filled in.',
    tail: 'Four digits of your own',
    tailHint: 'You need them to open it. The end of your phone number is easy to keep in mind.',
    tailMissing: 'Please enter 4 digits.',
    keep: 'Keep it',
    stay: 'No, go on now',
    kept: 'It is kept',
    keptNext: (until: string): string =>
      `Please go on by ${until}; after that day it is removed by itself.`,
    code: 'Code',
    qr: 'QR code with the code',
    qrHint: 'Scan it to keep it on your phone',
    slip: 'An unfinished form',
    until: (until: string): string => `Kept until ${until}`,
    find: (byPhone: boolean): string =>
      byPhone
        ? 'To go on: press “Apply for a service”, then “Go on with a kept form”, and enter the code and the last 4 digits of your phone.'
        : 'To go on: press “Apply for a service”, then “Go on with a kept form”, and enter the code and your 4 digits.',
    done: 'Done',
    resume: 'Go on with a kept form',
    resumeIntro: 'Enter the code and 4 digits; all you filled in is there.',
    resumeCode: 'Code',
    resumeCodeHint: 'The 10 digits on the slip',
    resumeTail: '4 digits',
    resumeTailHint: 'The end of your phone number, or the four you chose',
    open: 'Open',
    back: 'Back',
    fillIn: 'Please fill this in',
    typo: 'One digit of the code seems wrong. Please compare it with the slip.',
  },
);
