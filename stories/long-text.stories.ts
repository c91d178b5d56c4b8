import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinLongText } from '../src/ui/index.ts';

const phrases = ['家里有人生重病', '失业，没有收入', '遇到意外，一时周转不开'];

const meta: Meta<MulinLongText> = {
  title: 'ui/mulin-long-text',
  component: 'mulin-long-text',
  args: { label: '遇到了什么困难', hint: '简单说一说就可以', required: true, maxlength: 200 },
};
export default meta;
type Story = StoryObj<MulinLongText>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: '老伴上个月住院，药费自己付了一大半。' } };
export const NearlyFull: Story = { args: { maxlength: 20, value: '老伴上个月住院，药费自己付。' } };
export const WithError: Story = { args: { error: '请写几句，让工作人员知道怎么帮您。' } };
export const Locked: Story = { args: { readonly: true, value: '老伴上个月住院。' } };
export const Disabled: Story = { args: { disabled: true } };

/** Whoever can't type puts it together from what others say. */
export const Phrases: Story = {
  args: { phrases },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('家里有人生重病');
  },
};
