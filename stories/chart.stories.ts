import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinChart } from '../src/ui/index.ts';
import './gallery.css';

const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16];
const meta: Meta<MulinChart> = {
  title: 'ui/mulin-chart',
  component: 'mulin-chart',
  args: {
    label: '今天各时段（示例）',
    axis: '时段',
    names: hours.map((hour) => `${hour} 时`),
    series: [
      { name: '平均等候（分钟）', values: [3, 12, 21.5, 14, undefined, 9, 17, 11, 4] },
      { name: '平均办理（分钟）', values: [8, 9, 11, 10, undefined, 8.5, 10, 9, 7] },
    ],
  },
};
export default meta;
type Story = StoryObj<MulinChart>;

/** Two kinds of columns; the hour in which nobody came has none. */
export const Columns: Story = {};
/** With the figures below, for whoever wants them exact. */
export const WithFigures: Story = { args: { figures: true } };
/** Four kinds are told apart without colour. */
export const FourSeries: Story = {
  args: {
    label: '各街道本月捐赠（示例）',
    axis: '街道',
    names: ['五角场', '殷行', '控江路', '平凉路'],
    series: [
      { name: '衣物（件）', values: [1200, 860, 430, 975] },
      { name: '图书（本）', values: [640, 720, 310, 505] },
      { name: '玩具（件）', values: [210, 180, 95, 160] },
      { name: '粮油（份）', values: [88, 120, 64, 71] },
    ],
  },
};
/** In a narrow column the figures over the columns give way; the table has them. */
export const Narrow: Story = {
  decorators: [(story) => html`<div class="narrow">${story()}</div>`],
};
