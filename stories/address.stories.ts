import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Area, MulinAddress } from '../src/ui/index.ts';

const areas: readonly Area[] = [
  {
    code: '310110',
    name: '杨浦区',
    areas: [
      {
        code: '310110009',
        name: '四平路街道',
        areas: [
          { code: '310110009001', name: '鞍山三村居委会' },
          { code: '310110009002', name: '铁岭路居委会' },
        ],
      },
      { code: '310110023', name: '五角场街道' },
    ],
  },
];
const filled = JSON.stringify({
  district: '310110',
  subdistrict: '310110009',
  committee: '310110009002',
  road: '四平路 1239 弄 5 号 302 室',
});

const meta: Meta<MulinAddress> = {
  title: 'ui/mulin-address',
  component: 'mulin-address',
  args: { label: '现在住哪里', required: true, areas },
};
export default meta;
type Story = StoryObj<MulinAddress>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: filled } };
export const WithError: Story = { args: { error: '请把住址填完整。' } };
export const Locked: Story = { args: { value: filled, readonly: true, hint: '从社区名册填好了' } };
export const Disabled: Story = { args: { value: filled, disabled: true } };
/** Where nobody knows the areas, the road is enough. */
export const WithoutAreas: Story = { args: { areas: [] } };
