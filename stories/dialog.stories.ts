import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';

interface Args {
  open: boolean;
  heading: string;
  insistent: boolean;
}

const meta: Meta<Args> = {
  title: 'ui/mulin-dialog',
  component: 'mulin-dialog',
  args: { open: true, heading: '要取消这次预约吗？', insistent: false },
  parameters: { docs: { story: { inline: false, height: '420px' } } },
  render: ({ open, heading, insistent }) =>
    html`<mulin-dialog ?open=${open} heading=${heading} ?insistent=${insistent}>
      取消以后，这个时间就让给别人了。
      <mulin-button slot="actions">先不取消</mulin-button>
      <mulin-button slot="actions" kind="danger">取消预约</mulin-button>
    </mulin-dialog>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Open: Story = {};
/** No close button, no Escape: only its own buttons lead out. */
export const Insistent: Story = { args: { insistent: true, heading: '您还在吗？' } };
