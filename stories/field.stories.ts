import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { idNumberOf } from '../tests/harness/persons.ts';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinField } from '../src/ui/index.ts';

const idNumber = idNumberOf('1955-03-08', 'female');

const meta: Meta<MulinField> = {
  title: 'ui/mulin-field',
  component: 'mulin-field',
  args: { label: '姓名', kind: 'text', required: true },
  argTypes: {
    kind: {
      control: 'select',
      options: [
        ...['text', 'digits', 'number', 'money', 'date', 'id-number', 'document-number'],
        ...['credit-code', 'phone', 'receipt-code'],
      ],
    },
  },
};
export default meta;
type Story = StoryObj<MulinField>;

export const Text: Story = { args: { hint: '和身份证上一样' } };
export const Optional: Story = { args: { required: false, label: '楼组' } };
export const Digits: Story = { args: { kind: 'digits', label: '手机号后四位', value: '5678' } };
export const IdNumber: Story = {
  args: { kind: 'id-number', label: '身份证号码', hint: '18 位，末位可能是 X', value: idNumber },
};
export const Phone: Story = { args: { kind: 'phone', label: '手机号', value: '13912345678' } };
export const ReceiptCode: Story = {
  args: { kind: 'receipt-code', label: '回执码', value: '4829137705' },
};
export const CreditCode: Story = {
  args: { kind: 'credit-code', label: '统一社会信用代码', value: '91350100M000100Y43' },
};
export const Document: Story = {
  args: { kind: 'document-number', label: '证件号码', value: 'H12345678' },
};
export const WithUnit: Story = {
  args: { kind: 'number', label: '住房面积', unit: '平方米', value: '46.5' },
};
/** Filled in by a card or a register: it can be read, not changed. */
export const Locked: Story = {
  args: { label: '姓名', value: '王秀英', readonly: true, hint: '从身份证读出' },
};
export const Masked: Story = {
  args: { kind: 'id-number', label: '身份证号码', masked: true, value: idNumber },
};
export const WithError: Story = {
  args: {
    kind: 'id-number',
    label: '身份证号码',
    value: idNumber.replace(/.$/, '0'),
    error: '号码好像按错了一位。请对着身份证再看一遍。',
  },
};
export const Disabled: Story = { args: { disabled: true, value: '王小明' } };

/** On a terminal, digits bring their own keys, in the flow of the page. */
export const TerminalKeys: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  args: { kind: 'phone', label: '手机号' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /手机号/)).focus();
    await screen.press('1');
    await screen.press('3');
    await screen.press('9');
  },
};
/** An identity number may end with an X, so its keys have one. */
export const TerminalKeysWithX: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  args: { kind: 'id-number', label: '身份证号码' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /身份证/)).focus();
    await screen.find('button', 'X');
  },
};
/** Codes have letters too; those that no code has are left out. */
export const TerminalLetters: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  args: { kind: 'credit-code', label: '统一社会信用代码' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /信用代码/)).focus();
    for (const key of '9135M') await screen.press(key);
  },
};
