import { expect } from '@open-wc/testing';
import '../../src/ui/steps.ts';

describe('the order of scripts', () => {
  it('a scope defined after the elements inside it reaches them all the same', async () => {
    expect(customElements.get('mulin-scope')).to.equal(undefined);
    const around = document.createElement('mulin-scope');
    document.documentElement.lang = 'en';
    const steps = document.createElement('mulin-steps');
    steps.steps = ['One', 'Two'];
    around.append(steps);
    document.body.append(around);
    await steps.updateComplete;
    expect(steps.locale).to.equal('en'); // from the page, nobody else has answered

    await import('../../src/ui/scope.ts');
    const scope = document.querySelector('mulin-scope');
    if (scope) scope.lang = 'zh-CN';
    await scope?.updateComplete;
    await steps.updateComplete;
    const said = steps.shadowRoot?.querySelector('.position')?.textContent;
    expect(said).to.contain('第 1 步');
    around.remove();
    document.documentElement.lang = 'zh-CN';
  });
});
