import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';

interface Args {
  theme: string;
  lang: string;
  terminal: boolean;
}

/** One page of everything, to see what a theme does. */
const meta: Meta<Args> = {
  title: 'ui/mulin-scope',
  component: 'mulin-scope',
  args: { theme: 'standard', lang: 'zh-CN', terminal: false },
  argTypes: {
    theme: {
      control: 'select',
      options: ['standard', 'elder', 'contrast', 'elder contrast'],
    },
    lang: { control: 'inline-radio', options: ['zh-CN', 'en'] },
  },
  render: ({ theme, lang, terminal }) =>
    html`<mulin-scope theme=${theme} lang=${lang} ?terminal=${terminal}>
      <mulin-card heading="选时间">
        <p><mulin-sample></mulin-sample></p>
        <p>
          <mulin-button kind="primary">下一步</mulin-button>
          <mulin-button>返回</mulin-button>
          <mulin-button kind="danger">取消预约</mulin-button>
        </p>
        <mulin-field label="手机号" kind="phone" value="13912345678" required></mulin-field>
        <mulin-check label="以上内容由我本人填写，全部属实。" required></mulin-check>
        <mulin-notice kind="success" heading="约好了">请记下回执码。</mulin-notice>
      </mulin-card>
    </mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Standard: Story = {};
export const Elder: Story = { args: { theme: 'elder' } };
export const HighContrast: Story = { args: { theme: 'contrast' } };
export const ElderHighContrast: Story = { args: { theme: 'elder contrast' } };
/** Sizes for a screen 1080 px wide; below 800 px a terminal looks like a phone. */
export const Terminal: Story = { args: { terminal: true } };
export const TerminalElder: Story = { args: { terminal: true, theme: 'elder' } };
