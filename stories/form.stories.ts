import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { column, control, pair } from '../tests/harness/forms.ts';
import { areas, mealForm } from '../tests/harness/meal-form.ts';
import { idNumberOf } from '../tests/harness/persons.ts';
import { screenOf } from '../tests/harness/screen.ts';
import type { MulinForm } from '../src/parts/form/index.ts';

const filled = {
  name: '王秀英',
  idNumber: idNumberOf('1950-06-01', 'female'),
  phone: '13912345678',
  address: {
    district: '310110',
    subdistrict: '310110009',
    committee: '310110009002',
    road: '四平路 1239 弄 5 号 302 室',
  },
  alone: true,
  contact: '李建国',
  way: 'deliver',
  from: '2026-12-01',
  avoid: ['sugar', 'salt'],
  household: [
    { name: '王秀英', income: 350_000 },
    { name: '李建国', income: 412_050 },
  ],
  remark: '牙不好，要软一点',
  signature: 'statement',
  statement: true,
};

const meta: Meta<MulinForm> = {
  title: 'parts/mulin-form',
  component: 'mulin-form',
  args: { form: mealForm, areas, steps: true },
  argTypes: {
    form: { control: 'object' },
    schema: { control: 'object' },
    uischema: { control: 'object' },
    answers: { control: 'object' },
    areas: { control: false },
  },
};
export default meta;
type Story = StoryObj<MulinForm>;

export const FirstScreen: Story = {};
export const FilledIn: Story = { args: { answers: filled } };
export const OnOnePage: Story = { args: { steps: false, answers: filled } };
export const OnlyToRead: Story = { args: { readonly: true, steps: false, answers: filled } };
export const BeingHandedIn: Story = { args: { busy: true, answers: filled } };

/** What is missing stands in its place, and in a list that leads there. */
export const WithMistakes: Story = {
  tags: ['!autodocs'],
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.type(/姓名/, '王');
    await screen.press('下一步');
    await screen.read(/处要看一看/);
  },
};
/** A table with its sum. */
export const Table: Story = {
  tags: ['!autodocs'],
  args: { answers: filled },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    await screen.press('下一步');
    await screen.press('下一步');
    await screen.press('添加：家里还有谁');
    await screen.read(/7620.50 元/);
  },
};
/** All of it once more, before it is handed in. */
export const Review: Story = {
  tags: ['!autodocs'],
  args: { answers: filled },
  play: async ({ canvasElement }) => {
    const screen = screenOf(canvasElement);
    for (const name of ['下一步', '下一步', '下一步', '去核对']) await screen.press(name);
    await screen.press('修改怎么吃饭');
    await screen.press('改好了，回去核对');
  },
};
export const OnATerminal: Story = { parameters: { terminal: true }, args: { answers: filled } };

/** A pair written for JSON Forms, as it is. Edit it in the controls and see. */
export const PlainPair: Story = {
  args: {
    form: pair(
      {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 1, description: 'Please enter your name' },
          vegetarian: { type: 'boolean' },
          birthDate: { type: 'string', format: 'date' },
          nationality: { type: 'string', enum: ['DE', 'IT', 'JP', 'US', 'RU', 'Other'] },
          age: { type: 'integer', description: 'Please enter your age.' },
        },
        required: ['name', 'nationality'],
      },
      column(
        {
          type: 'HorizontalLayout',
          elements: [control('name'), control('age')],
        },
        control('birthDate'),
        control('nationality'),
        control('vegetarian'),
      ),
    ),
    steps: false,
  },
  parameters: { language: 'en' },
};
