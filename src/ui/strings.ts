/** Every sentence of the elements without a subject. */
import { words } from '../i18n/words.ts';

export const strings = words(
  {
    field: {
      optional: '选填',
      missing: (label: string) => `请填写${label}。`,
      show: '显示',
      hide: '隐藏',
      showOf: (label: string) => `显示${label}`,
      hideOf: (label: string) => `隐藏${label}`,
    },
    keypad: {
      label: '数字按键',
      backspace: '退格',
      clear: '清空',
      done: '填好了',
    },
    choice: {
      optional: '选填',
      missing: (label: string) => `请选择${label}。`,
    },
    check: {
      missing: '请先勾选这一条。',
    },
    dialog: { close: '关闭' },
    steps: {
      label: '办理步骤',
      position: (number: number, count: number) => `第 ${number} 步，共 ${count} 步`,
      done: '已完成',
    },
    facts: {
      change: '修改',
      changeOf: (label: string) => `修改${label}`,
    },
    sample: {
      badge: '示例',
      explanation: '这里的内容是示例，不是真实数据。',
    },
    button: { busy: '正在办理，请稍候' },
  },
  {
    field: {
      optional: 'optional',
      missing: (label: string) => `Please fill in: ${label}.`,
      show: 'Show',
      hide: 'Hide',
      showOf: (label: string) => `Show: ${label}`,
      hideOf: (label: string) => `Hide: ${label}`,
    },
    keypad: {
      label: 'Number keys',
      backspace: 'Backspace',
      clear: 'Clear',
      done: 'Done',
    },
    choice: {
      optional: 'optional',
      missing: (label: string) => `Please choose: ${label}.`,
    },
    check: {
      missing: 'Please tick this first.',
    },
    dialog: { close: 'Close' },
    steps: {
      label: 'Steps',
      position: (number: number, count: number) => `Step ${number} of ${count}`,
      done: 'done',
    },
    facts: {
      change: 'Change',
      changeOf: (label: string) => `Change: ${label}`,
    },
    sample: {
      badge: 'Sample',
      explanation: 'What you see here is sample data, not real.',
    },
    button: { busy: 'Working on it, please wait' },
  },
);
