import { expect } from '@open-wc/testing';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import * as door from '../src/index.ts';
import { localGateway } from '../src/gateway/local/index.ts';
import { leavesNoTrace } from './harness/leaks.ts';
import { registryPack } from './harness/packs.ts';

/** Every tag that the door brings: none can be forgotten here. */
const tags = Object.values(door)
  .map((one) =>
    typeof one === 'function' && one.prototype instanceof HTMLElement
      ? customElements.getName(one as CustomElementConstructor)
      : null,
  )
  .filter((tag) => tag !== null);

describe('a terminal that shows ten thousand persons a month', () => {
  it('knows all its elements', () => {
    expect(tags).to.include.members(['mulin-booking', 'mulin-guide', 'mulin-service', 'mulin-qr']);
  });

  const gateway = localGateway({ pack: registryPack(), hall: 'leaks' });
  for (const tag of tags) {
    it(`keeps nothing of <${tag}> after it was shown fifty times`, () => {
      const name = unsafeStatic(tag);
      return leavesNoTrace(staticHtml`<${name} service="marriage"></${name}>`, (element) => {
        const scope = element.closest('mulin-scope');
        if (scope && scope !== element) scope.gateway = gateway;
      });
    });
  }
});
