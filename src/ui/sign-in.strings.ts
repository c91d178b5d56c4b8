import { words } from '../i18n/words.ts';

export const signInWords = words(
  {
    heading: '工作人员登录',
    provider: (name: string) => `用${name}登录`,
    or: '或者用这里的账号',
    user: '账号',
    password: '密码',
    code: '动态码',
    codeHint: '手机上的 6 位数字，每 30 秒换一次。手机不在身边，就用纸上的备用码。',
    signIn: '登录',
    fillIn: (label: string) => `请填写${label}。`,
    wrong: {
      title: '没有对上，还没登录',
      next: '请看看账号、密码和动态码。一个动态码只能用一次，用过了就等下一个。',
    },
    troubles: {
      'no-role': {
        title: '认得您，但您在这个大厅还没有岗位',
        next: '请联系管理员，给您设好岗位再来登录。',
      },
      'took-too-long': { title: '登录等得太久了', next: '没有关系，请再点一次登录。' },
      'provider-refused': { title: '统一登录没有成功', next: '请再试一次；还不行，请联系管理员。' },
      'provider-unreachable': {
        title: '现在连不上统一登录',
        next: '请过一会儿再试，或者用这里的账号登录。',
      },
    },
  },
  {
    heading: 'Staff sign-in',
    provider: (name: string) => `Sign in with ${name}`,
    or: 'Or with an account of this hall',
    user: 'Account',
    password: 'Password',
    code: 'Code',
    codeHint:
      'The six digits on your phone; they change every 30 seconds. Without your phone, use a code from your paper.',
    signIn: 'Sign in',
    fillIn: (label: string) => `Please fill in: ${label}.`,
    wrong: {
      title: 'That did not match; you are not signed in',
      next: 'Please check account, password and code. A code works once; if it was used, wait for the next.',
    },
    troubles: {
      'no-role': {
        title: 'You are known, but have no role in this hall yet',
        next: 'Please ask an administrator to give you one, then sign in again.',
      },
      'took-too-long': {
        title: 'Signing in took too long',
        next: 'That is fine; please press sign in again.',
      },
      'provider-refused': {
        title: 'Signing in with your provider did not work',
        next: 'Please try again; if it still fails, ask an administrator.',
      },
      'provider-unreachable': {
        title: 'Your sign-in provider can’t be reached just now',
        next: 'Please try again in a moment, or use an account of this hall.',
      },
    },
  },
);

/** What a page is told with `?sign-in=` when somebody comes back from the provider and is not signed in. */
export type SignInTrouble = keyof (typeof signInWords)['zh-CN']['troubles'];
