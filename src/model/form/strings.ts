/** What a form says when an answer is missing or does not fit: what it is, and what to do about it. */
import type { IdMistake } from '../shared/identity.ts';
import type { FieldKind } from './field-kind.ts';
import type { Locale } from './texts.ts';

type AskedKind = FieldKind | 'layout' | 'label';

interface Limit {
  readonly label: string;
  readonly limit: number;
  readonly has: number;
}

export interface FormWords {
  missing(label: string, kind: AskedKind): string;
  notNumber(label: string): string;
  notWhole(label: string): string;
  tooShort(about: Limit): string;
  tooLong(about: Limit): string;
  tooSmall(label: string, limit: number): string;
  notAbove(label: string, limit: number): string;
  tooLarge(label: string, limit: number): string;
  notBelow(label: string, limit: number): string;
  tooFine(label: string, digits: number): string;
  notMultiple(label: string, of: number): string;
  pattern(label: string): string;
  notOffered(label: string): string;
  tooFew(about: Limit, kind: AskedKind): string;
  tooMany(about: Limit, kind: AskedKind): string;
  twice(label: string): string;
  notAsked(label: string): string;
  other(label: string): string;
  evidence(about: Limit): string;
  residentId: Readonly<Record<IdMistake | 'other', string>>;
  formats: Readonly<Record<string, string>>;
}

const zh: FormWords = {
  missing(label, kind) {
    switch (kind) {
      case 'choice':
      case 'several':
      case 'date':
      case 'time':
      case 'date-time':
      case 'partial-date':
        return `请选择“${label}”。`;
      case 'yes-no':
        return `请回答“${label}”。`;
      case 'statement':
        return `请看一看“${label}”，同意的话打个勾。`;
      case 'photo':
      case 'document':
        return `还缺“${label}”，请拍一张或者选一个文件。`;
      case 'signature':
        return `请在“${label}”里签名。`;
      case 'table':
      case 'list':
        return `“${label}”还没有填，请至少添加一项。`;
      default:
        return `请填写“${label}”。`;
    }
  },
  notNumber: (label) => `“${label}”要填数字，请改一下。`,
  notWhole: (label) => `“${label}”要填整数，请去掉小数。`,
  tooShort: ({ label, limit, has }) =>
    `“${label}”至少要 ${limit} 个字，现在是 ${has} 个，请再写一点。`,
  tooLong: ({ label, limit, has }) =>
    `“${label}”最多 ${limit} 个字，现在是 ${has} 个，请删掉一些。`,
  tooSmall: (label, limit) => `“${label}”不能小于 ${limit}，请改一下。`,
  notAbove: (label, limit) => `“${label}”要大于 ${limit}，请改一下。`,
  tooLarge: (label, limit) => `“${label}”不能大于 ${limit}，请改一下。`,
  notBelow: (label, limit) => `“${label}”要小于 ${limit}，请改一下。`,
  tooFine: (label, digits) => `“${label}”最多写 ${digits} 位小数，请改一下。`,
  notMultiple: (label, of) => `“${label}”要是 ${of} 的倍数，请改一下。`,
  pattern: (label) => `“${label}”的写法不对，请照着说明再填一遍。`,
  notOffered: (label) => `“${label}”请从给出的选项里选一个。`,
  tooFew: ({ label, limit, has }, kind) =>
    kind === 'several'
      ? `“${label}”至少选 ${limit} 项，现在选了 ${has} 项，请再选。`
      : `“${label}”至少要 ${limit} 项，现在有 ${has} 项，请再添加。`,
  tooMany: ({ label, limit, has }, kind) =>
    kind === 'several'
      ? `“${label}”最多选 ${limit} 项，现在选了 ${has} 项，请去掉几项。`
      : `“${label}”最多 ${limit} 项，现在有 ${has} 项，请去掉几项。`,
  twice: (label) => `“${label}”里有两项是一样的，请去掉一项。`,
  notAsked: (label) => `这张表里没有“${label}”，请去掉它。`,
  other: (label) => `“${label}”好像不对，请再看一遍。`,
  evidence: ({ label, limit, has }) => `“${label}”要 ${limit} 张，现在有 ${has} 张，请再添加。`,
  residentId: {
    length: '身份证号码不是 18 位，请对着身份证再看一遍。',
    'birth-date': '身份证号码里的出生日期不对，请对着身份证再看一遍。',
    'check-digit': '身份证号码有一位好像不对，请对着身份证再看一遍。',
    other: '这不是居民身份证的号码，请换一种证件再填。',
  },
  formats: {
    date: '没有这一天，请像 2026-12-11 这样填。',
    'date-time': '日期和时间不对，请像 2026-12-11T09:30:00+08:00 这样填。',
    time: '时间不对，请像 09:30:00+08:00 这样填。',
    'local-time': '时间不对，请像 09:30 这样填。',
    'partial-date': '日期不对，知道多少填多少：1958、1958-03 或者 1958-03-07。',
    email: '邮箱地址不对，要有 @，请再看一遍。',
    mobile: '手机号码是 11 位数字，第一位是 1，请再看一遍。',
    phone: '电话号码不对，请填 11 位手机号，或者带区号的座机号。',
    'credit-code': '统一社会信用代码是 18 位，现在这个不对，请对着证书再看一遍。',
    'identity-number': '证件号码有地方不对，请对着证件再看一遍。',
    'travel-pass': '通行证号码不对，请对着证件再看一遍：H 或 M 开头，或者 8 位数字。',
    uri: '网址不对，请像 https://www.shyp.gov.cn 这样填。',
  },
};

const en: FormWords = {
  missing(label, kind) {
    switch (kind) {
      case 'choice':
      case 'several':
      case 'date':
      case 'time':
      case 'date-time':
      case 'partial-date':
        return `Please choose “${label}”.`;
      case 'yes-no':
        return `Please answer “${label}”.`;
      case 'statement':
        return `Please read “${label}” and tick it if you agree.`;
      case 'photo':
      case 'document':
        return `“${label}” is still missing. Please take a picture or choose a file.`;
      case 'signature':
        return `Please sign in “${label}”.`;
      case 'table':
      case 'list':
        return `“${label}” is still empty. Please add at least one.`;
      default:
        return `Please fill in “${label}”.`;
    }
  },
  notNumber: (label) => `“${label}” must be a number. Please change it.`,
  notWhole: (label) => `“${label}” must be a whole number. Please change it.`,
  tooShort: ({ label, limit, has }) =>
    `“${label}” needs at least ${limit} characters and has ${has}. Please write a little more.`,
  tooLong: ({ label, limit, has }) =>
    `“${label}” has room for ${limit} characters and has ${has}. Please shorten it.`,
  tooSmall: (label, limit) => `“${label}” cannot be less than ${limit}. Please change it.`,
  notAbove: (label, limit) => `“${label}” must be more than ${limit}. Please change it.`,
  tooLarge: (label, limit) => `“${label}” cannot be more than ${limit}. Please change it.`,
  notBelow: (label, limit) => `“${label}” must be less than ${limit}. Please change it.`,
  tooFine: (label, digits) =>
    `“${label}” can have ${digits} digits after the point at most. Please change it.`,
  notMultiple: (label, of) => `“${label}” must be a multiple of ${of}. Please change it.`,
  pattern: (label) => `“${label}” is not written as it should be. Please look at the example.`,
  notOffered: (label) => `Please choose “${label}” from what is offered.`,
  tooFew: ({ label, limit, has }, kind) =>
    kind === 'several'
      ? `Please choose at least ${limit} in “${label}”; ${has} chosen so far.`
      : `“${label}” needs at least ${limit}; there are ${has}. Please add more.`,
  tooMany: ({ label, limit, has }, kind) =>
    kind === 'several'
      ? `Please choose at most ${limit} in “${label}”; ${has} are chosen.`
      : `“${label}” can have ${limit} at most; there are ${has}. Please take some away.`,
  twice: (label) => `Two entries of “${label}” are the same. Please take one away.`,
  notAsked: (label) => `This form does not ask for “${label}”. Please take it away.`,
  other: (label) => `“${label}” does not seem right. Please look at it again.`,
  evidence: ({ label, limit, has }) =>
    `“${label}” needs ${limit}; there are ${has}. Please add what is missing.`,
  residentId: {
    length: 'The ID number does not have 18 digits. Please compare it with the card.',
    'birth-date': 'The birth date in the ID number is not right. Please compare it with the card.',
    'check-digit': 'One digit of the ID number seems wrong. Please compare it with the card.',
    other: 'This is not the number of a resident ID card. Please use another document.',
  },
  formats: {
    date: 'There is no such day. Please write it like 2026-12-11.',
    'date-time': 'This is not a date with a time. Please write it like 2026-12-11T09:30:00+08:00.',
    time: 'This is not a time. Please write it like 09:30:00+08:00.',
    'local-time': 'This is not a time. Please write it like 09:30.',
    'partial-date': 'This is not a date. Write what you know: 1958, 1958-03 or 1958-03-07.',
    email: 'This is not an email address; it needs an @. Please look at it again.',
    mobile: 'A mobile number has 11 digits and begins with 1. Please look at it again.',
    phone: 'Please give a mobile number of 11 digits, or a landline with its area code.',
    'credit-code':
      'A credit code has 18 characters and this one is not right. Please compare it with the certificate.',
    'identity-number':
      'Something in this number is not right. Please compare it with the document.',
    'travel-pass':
      'This is not the number of a pass: H or M with digits, or 8 digits. Please compare it with the pass.',
    uri: 'This is not a web address. Please write it like https://www.shyp.gov.cn.',
  },
};

export const formWords: Readonly<Record<Locale, FormWords>> = { 'zh-CN': zh, en };
