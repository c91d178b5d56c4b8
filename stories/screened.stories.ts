import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinScreened } from '../src/parts/application/index.ts';

const found: MulinScreened['found'] = [
  {
    name: { 'zh-CN': '低保', en: 'Minimum living allowance' },
    service: 'minimum-living-allowance',
    outcome: 'likely',
    reason: {
      'zh-CN': '按您填的，收入和财产都在标准以下，多半可以享受。最后要核对了才算。',
      en: 'Income and property are below the standard. It counts after the check.',
    },
    basis: {
      'zh-CN': '上海市社会救助条例；标准为示例',
      en: 'Shanghai Regulations on Social Assistance; the figures are samples',
    },
  },
  {
    name: { 'zh-CN': '特困供养', en: 'Support in extreme hardship' },
    service: 'extreme-hardship',
    outcome: 'unlikely',
    reason: {
      'zh-CN': '您能工作，一般不算特困；可以看看低保和临时救助。',
      en: 'You can work, so this is unlikely.',
    },
    basis: { 'zh-CN': '特困人员认定办法 第四条', en: 'Rules on extreme hardship, article 4' },
  },
  {
    name: { 'zh-CN': '临时救助', en: 'Temporary relief' },
    service: 'temporary-relief',
    outcome: 'needs-person',
    reason: {
      'zh-CN': '按现在填的还看不出来，请让工作人员帮您看一看。您随时可以申请。',
      en: 'What is filled in so far does not tell. Please let somebody look at it.',
    },
  },
];

const meta: Meta<MulinScreened> = {
  title: 'parts/mulin-screened',
  component: 'mulin-screened',
  args: { found },
  argTypes: { found: { control: false } },
};
export default meta;
type Story = StoryObj<MulinScreened>;

export const Found: Story = {};
/** Whoever came for something keeps it, whatever is likely. */
export const CameForSomething: Story = { args: { wanted: ['extreme-hardship'] } };
export const OnATerminal: Story = { parameters: { terminal: true } };
