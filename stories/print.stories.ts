import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  simulatedPrinter,
  systemPrinter,
  type Printer,
  type Slip,
} from '../src/device/printer/index.ts';
import '../src/index.ts';
import { screenOf } from '../tests/harness/screen.ts';

interface Args {
  printer: Printer | undefined;
}

const slip: Slip = {
  lang: 'zh-CN',
  title: '预约回执',
  lines: [
    { kind: 'heading', text: '结婚登记预约' },
    { kind: 'large', text: '482 913 7705' },
    { kind: 'fact', label: '时间', value: '2026年12月11日 星期五 10:00' },
    { kind: 'check', text: '双方身份证', note: '原件' },
    { kind: 'qr', value: '回执码 4829137705' },
  ],
};

const meta: Meta<Args> = {
  title: 'ui/mulin-print',
  component: 'mulin-print',
  argTypes: { printer: { control: false } },
  render: ({ printer }) =>
    html`<mulin-scope .printer=${printer}><mulin-print .slip=${slip}></mulin-print></mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Pressing prints; the tray is thin air. */
export const Ready: Story = { args: { printer: simulatedPrinter() } };
export const Printed: Story = {
  args: { printer: simulatedPrinter() },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/打印/);
    await screen.read(/请从出纸口取走/);
  },
};
export const OutOfPaper: Story = { args: { printer: simulatedPrinter({ sheets: 0 }) } };
export const CoverOpen: Story = { args: { printer: simulatedPrinter({ trouble: 'cover-open' }) } };
export const Jam: Story = { args: { printer: simulatedPrinter({ trouble: 'jam' }) } };
export const NotConnected: Story = { args: { printer: simulatedPrinter({ trouble: 'offline' }) } };
/** What came out may not be whole. */
export const HalfPrinted: Story = {
  args: {
    printer: {
      status: async () => ({ state: 'ready', paper: 'enough' }),
      print: async () => ({ status: 'failed', trouble: 'jam', begun: true }),
    },
  },
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/打印/);
    await screen.read(/没打完/);
  },
};
/** The dialog of this browser. */
export const SystemPrinter: Story = { args: { printer: systemPrinter() } };
/** Without a printer it is not there. */
export const NoPrinter: Story = { args: { printer: undefined } };
