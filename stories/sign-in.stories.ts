import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/index.ts';
import type { SignInTrouble } from '../src/index.ts';
import {
  away,
  doorkeeper,
  known,
  locked,
  unknown,
  type Presented,
} from '../tests/harness/doorkeeper.ts';
import { screenOf } from '../tests/harness/screen.ts';

interface Args {
  providerName: string;
  trouble: SignInTrouble | '';
  told: Presented;
}

/** The door of a counter. Here the hall answers as each story says. */
const meta: Meta<Args> = {
  title: 'ui/mulin-sign-in',
  component: 'mulin-sign-in',
  args: { providerName: '', trouble: '', told: known },
  argTypes: { told: { control: false } },
  render: ({ providerName, trouble, told }) =>
    html`<mulin-scope .gateway=${doorkeeper(told)}>
      <mulin-sign-in
        provider-name=${providerName}
        provider-href="#provider"
        trouble=${trouble}
      ></mulin-sign-in>
    </mulin-scope>`,
};
export default meta;
type Story = StoryObj<Args>;

const signIn: Story['play'] = async ({ canvasElement }) => {
  const screen = screenOf(canvasElement);
  await screen.type(/账号/, 'li.na');
  await screen.type(/动态码/, '287082');
  // A field for a password has no role that one could ask for.
  canvasElement
    .querySelector('mulin-sign-in')
    ?.renderRoot.querySelector<HTMLElement>('[name="password"]')
    ?.focus();
  document.execCommand('insertText', false, 'k3mq-v7xd-w2pn-hs84');
  await screen.press('登录');
};

/** A hall without an identity provider. */
export const Account: Story = {};
/** The authority's own sign-in first, and accounts of the hall below. */
export const Provider: Story = { args: { providerName: '区统一身份认证' } };
export const NotMatching: Story = { tags: ['!autodocs'], args: { told: unknown }, play: signIn };
export const Locked: Story = { tags: ['!autodocs'], args: { told: locked }, play: signIn };
export const HallAway: Story = { tags: ['!autodocs'], args: { told: away }, play: signIn };
export const NoRole: Story = { args: { providerName: '区统一身份认证', trouble: 'no-role' } };
export const ProviderAway: Story = {
  args: { providerName: '区统一身份认证', trouble: 'provider-unreachable' },
};
