import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinGuide } from '../src/parts/guide/index.ts';
import { screenOf } from '../tests/harness/screen.ts';

const meta: Meta<MulinGuide> = {
  title: 'parts/mulin-guide',
  component: 'mulin-guide',
  args: { service: 'marriage' },
};
export default meta;
type Story = StoryObj<MulinGuide>;

export const Marriage: Story = {};
/** Ways forward stay in reach while one reads. */
export const WithActions: Story = {
  render: ({ service }) =>
    html`<mulin-guide service=${service}>
      <mulin-button slot="back" label="返回"
        ><mulin-icon name="chevron-left"></mulin-icon
      ></mulin-button>
      <mulin-button slot="actions" kind="primary" size="main">预约时间</mulin-button>
    </mulin-guide>`,
};
/** Details that are invented say so; of twelve places the one in this subdistrict comes first. */
export const ManyPlaces: Story = { args: { service: 'minimum-living-allowance' } };
export const AllPlaces: Story = {
  tags: ['!autodocs'],
  args: { service: 'minimum-living-allowance' },
  play: async ({ canvasElement }) => screenOf(canvasElement).press(/还有 \d+ 个地方/),
};
export const Elder: Story = { parameters: { theme: 'elder' } };
export const Terminal: Story = { parameters: { terminal: true } };
export const English: Story = { parameters: { language: 'en' } };
export const UnknownService: Story = { args: { service: 'nothing' } };
