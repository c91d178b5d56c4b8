import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinQr } from '../src/ui/index.ts';
import './gallery.css';

const meta: Meta<MulinQr> = {
  title: 'ui/mulin-qr',
  component: 'mulin-qr',
  args: {
    value: '结婚登记预约\n2026-12-11 10:00\n杨浦区婚姻登记中心\n回执码 4829137705',
    label: '预约回执的二维码',
  },
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};
export default meta;
type Story = StoryObj<MulinQr>;

/** Lines a person understands, read by any phone without a network. */
export const Receipt: Story = {};
/** The same beside it in words, for those who can't scan. */
export const WithWords: Story = {
  render: ({ value, label }) =>
    html`<mulin-qr value=${value} label=${label}>回执码 482 913 7705</mulin-qr>`,
};
