import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinDate } from '../src/ui/index.ts';

const meta: Meta<MulinDate> = {
  title: 'ui/mulin-date',
  component: 'mulin-date',
  args: { label: '出生日期', hint: '年月日共 8 位数字，例如 19550308', required: true },
  argTypes: {
    precision: { control: 'select', options: ['day', 'month', 'year', 'partial'] },
  },
};
export default meta;
type Story = StoryObj<MulinDate>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: '1955-03-08' } };
export const Month: Story = {
  args: { label: '哪个月退休', hint: '', precision: 'month', value: '2015-04' },
};
export const WhateverIsRemembered: Story = {
  args: { label: '什么时候搬来的', hint: '记得多少填多少', precision: 'partial', value: '1978' },
};
export const WithError: Story = {
  args: { value: '2025-02-29', error: '日历上没有这一天，请再看一遍。' },
};
export const Locked: Story = {
  args: { value: '1955-03-08', readonly: true, hint: '从身份证读出' },
};
export const Disabled: Story = { args: { value: '1955-03-08', disabled: true } };

/** Near days are easier to find in a calendar. */
export const FromCalendar: Story = {
  tags: ['!autodocs'],
  args: { label: '从哪天开始送餐', hint: '', today: '2026-11-23', min: '2026-11-24' },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('看日历选');
    await screen.press(/^11月26日/);
    await screen.read(/2026年11月26日 星期四/);
  },
};
export const TerminalKeys: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('textbox', /出生日期/)).focus();
    for (const digit of '19550308') await screen.press(digit);
    await screen.read(/1955年3月8日/);
  },
};
