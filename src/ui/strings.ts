/** Every sentence of the elements without a subject. */
import { words } from '../i18n/words.ts';

export const strings = words(
  {
    field: {
      missing: (label: string) => `请填写${label}。`,
      show: '显示',
      hide: '隐藏',
      showOf: (label: string) => `显示${label}`,
      hideOf: (label: string) => `隐藏${label}`,
    },
    keypad: {
      label: '屏幕按键',
      backspace: '退格',
      clear: '清空',
      done: '填好了',
    },
    several: {
      any: '可以选几项',
      missing: (label: string) => `请至少选一项：${label}。`,
    },
    pick: {
      placeholder: '点这里选，或输入几个字',
      count: (count: number) => `共 ${count} 项`,
      more: (count: number) => `共 ${count} 项，再输入一个字就少了`,
      none: '没有找到。换一个字试试，或清空再选。',
    },
    longText: {
      phrases: '常用的话，点一下就写上',
      between: '；',
      left: (count: number) => `还能写 ${count} 个字`,
    },
    money: { unit: '元' },
    date: {
      openCalendar: '看日历选',
      closeCalendar: '收起日历',
      notWhole: {
        day: '日期要填年、月、日，一共 8 位数字，例如 19550308。',
        month: '请填年和月，一共 6 位数字，例如 195503。',
        year: '年份是 4 位数字，例如 1955。',
        partial: '记得多少填多少：4 位年份，或再加 2 位月份、2 位日子。',
      },
      noSuchDay: '日历上没有这一天，请再看一遍。',
      tooEarly: '这个日期太早了，请再看一遍。',
      tooLate: '这个日期太晚了，请再看一遍。',
    },
    time: {
      notWhole: '时间要填几点几分，一共 4 位数字，例如 0930。',
      noSuchTime: '没有这个时间，请再看一遍。下午两点填 1400。',
    },
    address: {
      district: '区',
      subdistrict: '街道（镇）',
      committee: '居委会（村）',
      road: '路、弄、号、室',
      roadHint: '例如：四平路 1239 弄 5 号 302 室',
    },
    signature: {
      missing: '请先签名。不方便写字，可以按“不方便写字”。',
      tooLittle: '笔画太少，看不出是签名。请再写一遍。',
      here: '请在这里写下姓名',
      empty: '签名框，还没有签名',
      signed: '签名框，已经签了名',
      undo: '退一笔',
      clear: '重写',
      byKeys: '不方便写字',
      byHand: '改用手写',
      statement: '我不方便写字，以勾选代替签名。以上内容是我本人的意思。',
    },
    dialog: { close: '关闭' },
    facts: {
      change: '修改',
      changeOf: (label: string) => `修改${label}`,
    },
    sample: {
      badge: '示例',
      explanation: '这里的内容是示例，不是真实数据。',
    },
  },
  {
    field: {
      missing: (label: string) => `Please fill in: ${label}.`,
      show: 'Show',
      hide: 'Hide',
      showOf: (label: string) => `Show: ${label}`,
      hideOf: (label: string) => `Hide: ${label}`,
    },
    keypad: {
      label: 'Keys on screen',
      backspace: 'Backspace',
      clear: 'Clear',
      done: 'Done',
    },
    several: {
      any: 'choose any',
      missing: (label: string) => `Please choose at least one: ${label}.`,
    },
    pick: {
      placeholder: 'Touch to choose, or type',
      count: (count: number) => `${count} found`,
      more: (count: number) => `${count} found; another letter narrows it down`,
      none: 'Nothing found. Try another word, or clear it and choose.',
    },
    longText: {
      phrases: 'What others often say: touch to add it',
      between: '; ',
      left: (count: number) => `${count} characters left`,
    },
    money: { unit: 'yuan' },
    date: {
      openCalendar: 'Choose from a calendar',
      closeCalendar: 'Close the calendar',
      notWhole: {
        day: 'A date has a year, a month and a day: 8 digits, like 19550308.',
        month: 'Please give a year and a month: 6 digits, like 195503.',
        year: 'A year has 4 digits, like 1955.',
        partial: 'Give what you remember: 4 digits of the year, then 2 of the month, 2 of the day.',
      },
      noSuchDay: 'There is no such day. Please look again.',
      tooEarly: 'This date is too early. Please look again.',
      tooLate: 'This date is too late. Please look again.',
    },
    time: {
      notWhole: 'A time has an hour and a minute: 4 digits, like 0930.',
      noSuchTime: 'There is no such time. Please look again. Two in the afternoon is 1400.',
    },
    address: {
      district: 'District',
      subdistrict: 'Subdistrict or town',
      committee: 'Neighbourhood committee',
      road: 'Road, lane, number, room',
      roadHint: 'For example: No. 5, Lane 1239 Siping Road, room 302',
    },
    signature: {
      missing: 'Please sign first. If writing is hard for you, press “I can’t write”.',
      tooLittle: 'There is too little to see a signature. Please write again.',
      here: 'Please write your name here',
      empty: 'Signature box, not signed yet',
      signed: 'Signature box, signed',
      undo: 'Undo a stroke',
      clear: 'Write again',
      byKeys: 'I can’t write',
      byHand: 'Write by hand instead',
      statement:
        'Writing is hard for me; I tick here instead of signing. The above is my own will.',
    },
    dialog: { close: 'Close' },
    facts: {
      change: 'Change',
      changeOf: (label: string) => `Change: ${label}`,
    },
    sample: {
      badge: 'Sample',
      explanation: 'What you see here is sample data, not real.',
    },
  },
);
