import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import { simulatedPrinter } from '../src/device/printer/index.ts';
import type { Gateway, Kept, Reach } from '../src/gateway/http/index.ts';

interface Args {
  reach: Reach;
  /** What this terminal keeps for whoever is here. */
  states: readonly Kept['state'][];
}

/** A hall that is as the story says; nothing is read or sent in these. */
const gatewayWith = ({ reach, states }: Args): Gateway => {
  const kept = states.map((state, i) => ({
    id: String(i),
    name: 'ticket.merge',
    at: Date.parse('2026-12-07T09:12+08:00'),
    state,
    ...(state === 'refused' && { refusal: { code: 'ticket.no-such-band' } }),
    mine: true,
  }));
  const told = <Value>(value: Value, hear: (value: Value) => void): (() => void) => {
    hear(value);
    return () => undefined;
  };
  return {
    reach: (hear: (value: Reach) => void) => told(reach, hear),
    outbox: {
      watch: (hear: (value: readonly Kept[]) => void) => told(kept, hear),
      acknowledge: () => Promise.resolve(),
    },
  } as unknown as Gateway;
};

const meta: Meta<Args> = {
  title: 'ui/mulin-reach',
  component: 'mulin-reach',
  args: { reach: 'away', states: [] },
  argTypes: { reach: { control: 'inline-radio', options: ['near', 'away'] } },
  render: (args) =>
    html`<mulin-scope .gateway=${gatewayWith(args)} .printer=${simulatedPrinter()}>
      <mulin-reach></mulin-reach>
    </mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Away: Story = {};
export const AwayWithTwoThingsKept: Story = { args: { states: ['pending', 'pending'] } };
export const Sending: Story = { args: { reach: 'near', states: ['pending'] } };
export const Arrived: Story = { args: { reach: 'near', states: ['sent'] } };
export const Refused: Story = { args: { reach: 'near', states: ['refused'] } };
export const AllIsWell: Story = { args: { reach: 'near' } };
