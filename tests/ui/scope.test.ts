import { expect, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { Gateway } from '../../src/gateway/contract.ts';
import { ContextConsumer } from '@lit/context';
import { gatewayContext, keysContext, localeContext } from '../../src/ui/contexts.ts';
import type { MulinScope } from '../../src/ui/scope.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { inScope, scope } from '../harness/scope.ts';

class Listener extends LitElement {
  locale = new ContextConsumer(this, { context: localeContext, subscribe: true });
  keys = new ContextConsumer(this, { context: keysContext, subscribe: true });
  gateway = new ContextConsumer(this, { context: gatewayContext, subscribe: true });
}
customElements.define('scope-listener', Listener);

const listening = html`<scope-listener></scope-listener>`;

describe('mulin-scope', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('tells those inside its language, and again when it changes', async () => {
    const inside = await inScope<Listener>('scope-listener', listening, { lang: 'en' });
    expect(inside.locale.value).to.equal('en');
    const around = inside.closest('mulin-scope') as MulinScope;
    around.lang = 'zh-CN';
    await around.updateComplete;
    expect(inside.locale.value).to.equal('zh-CN');
    expect(around.getAttribute('lang')).to.equal('zh-CN');
  });

  it('without lang it speaks the language of the page', async () => {
    const around = document.createElement('mulin-scope');
    document.body.append(around);
    await around.updateComplete;
    expect(around.locale).to.equal('zh-CN');
    expect(around.hasAttribute('lang')).to.equal(false);
    around.remove();
  });

  it('hands its gateway to those inside, also one that comes late', async () => {
    const around = await scope(listening);
    const inside = around.querySelector('scope-listener') as Listener;
    expect(inside.gateway.value).to.equal(undefined);
    const gateway = {} as Gateway;
    around.gateway = gateway;
    await around.updateComplete;
    expect(inside.gateway.value).to.equal(gateway);
  });

  it('at a terminal fields bring keys on screen, on a phone they do not', async () => {
    const inside = await inScope<Listener>('scope-listener', listening, { terminal: true });
    expect(inside.keys.value).to.equal('screen');
    await setViewport({ width: 390, height: 844 });
    await waitUntil(() => inside.keys.value === 'system', 'the keys stay on screen');
  });

  it('below 800 px a terminal has the sizes of a phone', async () => {
    const around = await scope(listening, { terminal: true });
    const body = (): string => getComputedStyle(around).fontSize;
    expect(body()).to.equal('30px');
    await setViewport({ width: 390, height: 844 });
    expect(body()).to.equal('17px');
  });

  it('has nothing axe-core objects to', async () => {
    await accessible(await scope(html`<p>您好</p>`));
  });

  it('leaves no trace', () => leavesNoTrace(html`<div></div>`));
});
