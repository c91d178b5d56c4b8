import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { simulatedPrinter } from '../src/device/printer/index.ts';
import type { MulinOrder } from '../src/parts/catalog/orders/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { opened, shown } from './shop.ts';

const meta: Meta<MulinOrder> = { title: 'parts/mulin-order', component: 'mulin-order' };
export default meta;
type Story = StoryObj<MulinOrder>;

export const Find: Story = {
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-order></mulin-order>`),
};
export const WithASlip: Story = {
  tags: ['!autodocs'],
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-order></mulin-order>`, 'terminal', {
      printer: simulatedPrinter({ sheets: 3 }),
    }),
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.type(/取货码/, '1234567890');
    await screen.type(/后四位/, '0000');
    await screen.press('查一查');
    await screen.read(/按错了一位/);
  },
};
