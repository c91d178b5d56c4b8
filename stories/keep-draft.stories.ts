import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinKeepDraft } from '../src/parts/application/index.ts';

const meta: Meta<MulinKeepDraft> = {
  title: 'parts/mulin-keep-draft',
  component: 'mulin-keep-draft',
  args: { name: '老年助餐申请' },
};
export default meta;
type Story = StoryObj<MulinKeepDraft>;

export const Asking: Story = {};
/** A telephone was filled in: its end belongs to the code. */
export const WithATelephone: Story = { args: { tail: '5678' } };
export const Kept: Story = {
  args: { tail: '5678', kept: { code: '4829137705', until: '2026-12-21' } },
};
