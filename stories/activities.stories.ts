import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { simulatedSpeaker } from '../src/device/speech/index.ts';
import type { MulinActivities } from '../src/parts/catalog/giving/index.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { opened, shown } from './shop.ts';

const meta: Meta<MulinActivities> = {
  title: 'parts/mulin-activities',
  component: 'mulin-activities',
};
export default meta;
type Story = StoryObj<MulinActivities>;

export const Services: Story = {
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-activities kind="service"></mulin-activities>`),
};
export const Events: Story = {
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-activities kind="event"></mulin-activities>`),
};
export const NothingPlanned: Story = {
  loaders: [opened(undefined, (pack) => ({ ...pack, activities: [] }))],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-activities kind="event"></mulin-activities>`),
};
export const Volunteer: Story = {
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-volunteer></mulin-volunteer>`),
};
export const Shifts: Story = {
  tags: ['!autodocs'],
  loaders: [opened()],
  render: (_, { loaded }) => shown(loaded, html`<mulin-volunteer></mulin-volunteer>`),
  play: ({ canvasElement }) => screenOf(canvasElement).press('报名'),
};
/** Where the scope has a speaker, a story can be heard. */
export const Stories: Story = {
  loaders: [opened()],
  render: (_, { loaded }) =>
    shown(loaded, html`<mulin-stories></mulin-stories>`, 'terminal', {
      speaker: simulatedSpeaker(),
    }),
};
