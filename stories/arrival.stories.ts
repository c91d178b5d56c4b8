import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinArrival } from '../src/journeys/index.ts';
import type { Pack } from '../src/model/index.ts';
import { openHall } from '../tests/harness/hall.ts';
import { phoneTail } from '../tests/harness/persons.ts';
import { screenOf } from '../tests/harness/screen.ts';
import { slot } from './walk.ts';

const meta: Meta<MulinArrival> = {
  title: 'journeys/mulin-arrival',
  component: 'mulin-arrival',
};
export default meta;
type Story = StoryObj<MulinArrival>;

/** The couple of the stories has an appointment at ten, and it is half past nine. */
const onTheDay: Story = {
  loaders: [
    async () => {
      const pack = (await (await fetch('packs/yangpu.json')).json()) as Pack;
      const day = openHall(pack, '2026-11-26T09:30+08:00', 'terminal-1');
      const { code } = await day.book(slot);
      day.later(24 * 60);
      return { day, code };
    },
  ],
  render: (_, { loaded }) =>
    html`<mulin-scope .gateway=${(loaded['day'] as ReturnType<typeof openHall>).gateway}>
      <mulin-arrival></mulin-arrival>
    </mulin-scope>`,
};

/** The appointment is found; it can be checked in for now. */
export const Found: Story = {
  ...onTheDay,
  play: async ({ canvasElement, loaded }) => {
    const screen = screenOf(canvasElement);
    await screen.type(/回执码/, loaded['code'] as string);
    await screen.type(/后四位/, phoneTail);
    await screen.press('查一查');
    await screen.find('button', '报到');
  },
};
/** One press, and the ticket is there. */
export const TicketInHand: Story = {
  ...onTheDay,
  play: async (around) => {
    await Found.play?.(around);
    const screen = screenOf(around.canvasElement);
    await screen.press('报到');
    await screen.read(/号取好了/);
  },
};
