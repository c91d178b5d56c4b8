import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinPick } from '../src/ui/index.ts';

const subdistricts = [
  ...['定海路', '平凉路', '江浦路', '四平路', '控江路', '长白新村'],
  ...['延吉新村', '殷行', '大桥', '五角场', '新江湾城', '长海路'],
].map((name, i) => ({ value: `s${i}`, label: `${name}街道` }));

const meta: Meta<MulinPick> = {
  title: 'ui/mulin-pick',
  component: 'mulin-pick',
  args: { label: '住在哪个街道', required: true, options: subdistricts },
};
export default meta;
type Story = StoryObj<MulinPick>;

export const Empty: Story = { args: { hint: '打拼音首字母也行，比如 wjc' } };
export const Chosen: Story = { args: { value: 's9' } };
export const WithError: Story = { args: { error: '请选一个街道。' } };
export const Optional: Story = { args: { required: false } };
export const Disabled: Story = { args: { disabled: true, value: 's9' } };
export const Open: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('combobox', /街道/)).click();
    await screen.find('option', '五角场街道');
  },
};
export const NothingFound: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const input = (await screenOf(canvasElement).find('combobox', /街道/)) as HTMLInputElement;
    input.focus();
    document.execCommand('insertText', false, '徐家汇');
    await screenOf(canvasElement).read(/没有找到/);
  },
};
/** On a terminal a long list brings letters. */
export const TerminalKeys: Story = {
  tags: ['!autodocs'],
  parameters: { terminal: true },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    (await screen.find('combobox', /街道/)).click();
    for (const letter of 'WJC') await screen.press(letter);
    await screen.find('option', '五角场街道');
  },
};
