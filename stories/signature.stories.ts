import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinSignature } from '../src/ui/index.ts';

const written =
  'M210 120h0L420 110M315 60h0L310 280M200 280h0L430 275M560 90h0L640 85L600 180L540 260M620 150h0L700 260';

const meta: Meta<MulinSignature> = {
  title: 'ui/mulin-signature',
  component: 'mulin-signature',
  args: { label: '申请人签名', required: true },
};
export default meta;
type Story = StoryObj<MulinSignature>;

export const Empty: Story = { args: { hint: '用手指写，写得大一点' } };
export const Signed: Story = { args: { value: written } };
export const WithError: Story = { args: { error: '请先签名。' } };
export const Disabled: Story = { args: { value: written, disabled: true } };
export const SignedByStatement: Story = { args: { value: 'statement' } };

/** Whoever can't write signs with the keys. */
export const ByKeys: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('不方便写字');
    await screen.press(/我不方便写字/, 'checkbox');
  },
};
