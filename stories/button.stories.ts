import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { MulinButton } from '../src/ui/index.ts';

type Args = Pick<MulinButton, 'kind' | 'size' | 'label' | 'href' | 'busy' | 'disabled'> & {
  words: string;
};

const meta: Meta<Args> = {
  title: 'ui/mulin-button',
  component: 'mulin-button',
  args: { words: '下一步', kind: 'quiet', size: 'usual', busy: false, disabled: false },
  argTypes: {
    kind: { control: 'inline-radio', options: ['primary', 'quiet', 'danger'] },
    size: { control: 'inline-radio', options: ['usual', 'main'] },
    words: { table: { category: 'slots' }, description: 'Its words.' },
  },
  render: ({ words, kind, size, label, href, busy, disabled }) =>
    html`<mulin-button
      kind=${kind}
      size=${size}
      label=${label ?? ''}
      href=${href ?? ''}
      ?busy=${busy}
      ?disabled=${disabled}
      >${words}</mulin-button
    >`,
};
export default meta;
type Story = StoryObj<Args>;

export const Quiet: Story = {};
export const Primary: Story = { args: { kind: 'primary' } };
export const Danger: Story = { args: { kind: 'danger', words: '取消预约' } };
export const Main: Story = { args: { kind: 'primary', size: 'main', words: '下一步：填信息' } };
export const Busy: Story = {
  args: { kind: 'primary', size: 'main', busy: true, words: '确认预约' },
};
export const Disabled: Story = { args: { disabled: true } };
export const Link: Story = { args: { href: '#', words: '看办事指南' } };

/** A drawing alone says its name to those who can't see it. */
export const Icon: Story = {
  render: () =>
    html`<mulin-button label="返回"><mulin-icon name="chevron-left"></mulin-icon></mulin-button>`,
};
