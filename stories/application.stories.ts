import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinApplication } from '../src/journeys/index.ts';
import { openHall } from '../tests/harness/hall.ts';
import { mealForm } from '../tests/harness/meal-form.ts';
import { registryPack, serviceOf, text } from '../tests/harness/packs.ts';

const pack = registryPack({
  services: [serviceOf('meal-assistance', text('老年助餐', 'Meals'), ['registry'])],
  forms: [mealForm],
  cases: [
    {
      service: 'meal-assistance',
      form: 'meal-form',
      checks: [{ id: 'address', what: text('住在本街道', 'Lives here') }],
      decide: { count: 5, unit: 'workdays' },
      answer: { count: 5, unit: 'workdays' },
      reasons: [],
      keepDays: 30,
    },
  ],
});

const meta: Meta<MulinApplication> = {
  title: 'journeys/mulin-application',
  component: 'mulin-application',
  args: { service: 'meal-assistance' },
  loaders: [() => ({ hall: openHall(pack) })],
  render: ({ service }) => html`<mulin-application service=${service}></mulin-application>`,
};
export default meta;
type Story = StoryObj<MulinApplication>;

export const FirstScreen: Story = {};
export const OnATerminal: Story = { parameters: { terminal: true } };
export const NoFormForIt: Story = { args: { service: 'marriage' } };
