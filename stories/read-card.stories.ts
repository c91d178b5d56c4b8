import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { simulatedCardReader, type CardReader } from '../src/device/card/index.ts';
import '../src/index.ts';
import { groom } from '../tests/harness/persons.ts';
import { screenOf } from '../tests/harness/screen.ts';

interface Args {
  reader: CardReader | undefined;
  label: string;
}

const meta: Meta<Args> = {
  title: 'ui/mulin-read-card',
  component: 'mulin-read-card',
  args: { label: '' },
  argTypes: { reader: { control: false } },
  render: ({ reader, label }) =>
    html`<mulin-scope .cardReader=${reader}
      ><mulin-read-card label=${label}></mulin-read-card
    ></mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

const pressed = (words: RegExp): Story => ({
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press(/身份证/);
    await screen.read(words);
  },
});

export const Ready: Story = { args: { reader: simulatedCardReader() } };
export const ForOneOfTwo: Story = {
  args: { reader: simulatedCardReader(), label: '刷男方身份证' },
};
export const Waiting: Story = { args: { reader: simulatedCardReader() }, ...pressed(/读卡区/) };
export const Read: Story = {
  args: {
    reader: simulatedCardReader({ card: { kind: 'resident', idNumber: groom, name: '示例' } }),
  },
  ...pressed(/收好/),
};
export const Unreadable: Story = {
  args: { reader: simulatedCardReader({ trouble: 'unreadable' }) },
  ...pressed(/读不出来/),
};
export const NotConnected: Story = {
  args: { reader: simulatedCardReader({ trouble: 'offline' }) },
  ...pressed(/没有接通/),
};
