import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../kiosk/staff-door.ts';
import type { Known, Office } from '../kiosk/staff-door.ts';
import '../src/index.ts';
import { doorkeeper, known } from '../tests/harness/doorkeeper.ts';
import { screenOf } from '../tests/harness/screen.ts';

interface Args {
  office: Office;
  trouble: string;
  /** What the hall says of whoever sits there. */
  says: Known | undefined;
}

const nobody: Known = { status: 'known', actor: { kind: 'anonymous' } };
const somebody = (id: string, ...roles: ('counter' | 'case' | 'admin')[]): Known => ({
  status: 'known',
  actor: { kind: 'staff', id, roles },
});

/** The door before a clerk's console. Here the hall answers as each story says; without an answer it is still being asked. */
const meta: Meta<Args> = {
  title: 'kiosk/kiosk-staff-door',
  tags: ['!autodocs'],
  args: { office: 'counter', trouble: '' },
  argTypes: {
    office: { control: 'inline-radio', options: ['counter', 'stock', 'case'] },
    says: { control: false },
  },
  render: ({ office, trouble, says }) =>
    html`<mulin-scope .gateway=${doorkeeper(known)}>
      <kiosk-staff-door
        office=${office}
        trouble=${trouble}
        .open=${() => Object.assign(document.createElement('p'), { textContent: '叫号台在这里。' })}
        .ask=${() => (says ? Promise.resolve(says) : new Promise<Known>(() => undefined))}
      ></kiosk-staff-door>
    </mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

const reads =
  (words: RegExp): Story['play'] =>
  async ({ canvasElement }) => {
    await screenOf(canvasElement).read(words);
  };

export const Asking: Story = { play: reads(/请稍等/) };
export const SignIn: Story = { args: { says: nobody }, play: reads(/工作人员登录/) };
export const SignInAtTheProvider: Story = {
  args: { says: { ...nobody, provider: { name: '区统一身份认证', href: '#provider' } } },
  play: reads(/区统一身份认证/),
};
/** Back from the provider without being signed in. */
export const CameBackInVain: Story = {
  args: { says: nobody, trouble: 'took-too-long' },
  play: reads(/登录等得太久了/),
};
export const SignedIn: Story = {
  args: { says: somebody('li.na', 'counter') },
  play: reads(/li\.na 已登录/),
};
/** Somebody of the house whose work is elsewhere. */
export const NoCounterRole: Story = {
  args: { says: somebody('wang', 'case') },
  play: reads(/您没有叫号的岗位/),
};
export const NoRoleAtTheShop: Story = {
  args: { office: 'stock', says: somebody('wang', 'case') },
  play: reads(/您没有管超市的岗位/),
};
export const NoRoleToDecide: Story = {
  args: { office: 'case', says: somebody('li.na', 'counter') },
  play: reads(/您没有审批的岗位/),
};
export const HallAway: Story = {
  args: { says: { status: 'away' } },
  play: reads(/现在连不上大厅/),
};
/** Somebody has taken this machine off the hall's list. */
export const MachineRevoked: Story = {
  args: { says: { status: 'revoked' } },
  play: reads(/登记已经取消/),
};
