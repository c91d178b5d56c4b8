import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MulinFormReceipt } from '../src/parts/application/index.ts';

const receipt: NonNullable<MulinFormReceipt['receipt']> = {
  code: '4829137705',
  at: Date.parse('2026-11-23T21:47+08:00'),
  zone: 'Asia/Shanghai',
  persons: [{ role: 'applicant', idNumber: '3****************8' }],
  phone: '139****5678',
  files: 2,
  cases: [
    {
      id: 'case-1',
      service: 'meal-assistance',
      status: 'received',
      sequence: 0,
      submittedAt: Date.parse('2026-11-23T21:47+08:00'),
      decideBy: '2026-11-30',
      provisional: false,
      rated: false,
      story: [],
    },
  ],
};
const { phone: _, ...withoutPhone } = receipt;

const meta: Meta<MulinFormReceipt> = {
  title: 'parts/mulin-form-receipt',
  component: 'mulin-form-receipt',
  args: { receipt },
  argTypes: { receipt: { control: false } },
};
export default meta;
type Story = StoryObj<MulinFormReceipt>;

export const Received: Story = {};
/** Whoever has no phone has chosen four digits. */
export const WithoutPhone: Story = { args: { receipt: { ...withoutPhone, files: 0 } } };
/** Handed in together, each with its own day. */
export const Several: Story = {
  args: {
    receipt: {
      ...receipt,
      cases: [
        ...receipt.cases,
        ...receipt.cases.map((one) => ({
          ...one,
          id: 'case-2',
          service: 'home-care-bed',
          decideBy: '2026-12-18',
        })),
      ],
    },
  },
};
