import { expect, html } from '@open-wc/testing';
import type { Gateway, Kept, Reach } from '../../src/gateway/contract.ts';
import '../../src/ui/reach.ts';
import type { MulinReach } from '../../src/ui/reach.ts';
import type { MulinScope } from '../../src/ui/scope.ts';
import { accessible } from '../harness/axe.ts';
import { leavesNoTrace } from '../harness/leaks.ts';
import { scope, settled, themes } from '../harness/scope.ts';

/** A hall that is where a test says. */
function puppet() {
  const hearing = {
    reach: new Set<(reach: Reach) => void>(),
    kept: new Set<(kept: readonly Kept[]) => void>(),
  };
  const acknowledged: string[] = [];
  const listen = <Value>(
    all: Set<(value: Value) => void>,
    hear: (value: Value) => void,
    now: Value,
  ) => {
    all.add(hear);
    hear(now);
    return () => all.delete(hear);
  };
  const gateway = {
    reach: (hear: (reach: Reach) => void) => listen(hearing.reach, hear, 'near'),
    outbox: {
      watch: (hear: (kept: readonly Kept[]) => void) => listen(hearing.kept, hear, []),
      acknowledge: (id: string) => Promise.resolve(acknowledged.push(id)),
    },
  } as unknown as Gateway;
  return {
    gateway,
    acknowledged,
    become: (reach: Reach) => hearing.reach.forEach((hear) => hear(reach)),
    keep: (...kept: Kept[]) => hearing.kept.forEach((hear) => hear(kept)),
  };
}

const entry = (state: Kept['state'], mine = true): Kept => ({
  id: state,
  name: 'ticket.merge',
  at: 0,
  state,
  mine,
});

describe('mulin-reach', () => {
  async function shown(theme = 'standard') {
    const hall = puppet();
    const around: MulinScope = await scope(html`<mulin-reach></mulin-reach>`, { theme });
    around.gateway = hall.gateway;
    await settled(around);
    const reach = around.querySelector<MulinReach>('mulin-reach')!;
    const words = async (): Promise<string> => {
      await settled(around);
      return [...reach.shadowRoot!.querySelectorAll('mulin-notice')]
        .map((notice) => `${notice.heading} ${notice.textContent}`.replace(/\s+/g, ' '))
        .join('|');
    };
    return { ...hall, around, reach, words };
  }

  it('is not there while all is well', async () => {
    const { reach, words } = await shown();
    expect(await words()).to.equal('');
    expect(getComputedStyle(reach).display).to.equal('none');
  });

  it('says that the hall is out of reach and what can be done, and goes when it is back', async () => {
    const { become, words } = await shown();
    become('away');
    expect(await words())
      .to.contain('现在连不上大厅')
      .and.to.contain('办事指南还能看');
    become('near');
    expect(await words()).to.equal('');
  });

  it('tells whoever is here that what they did is kept, and that it has arrived', async () => {
    const { become, keep, words } = await shown();
    become('away');
    keep(entry('pending'));
    expect(await words()).to.contain('您办的 1 件事记在这台机器上');
    become('near');
    keep(entry('sent'));
    expect(await words()).to.contain('已经送到大厅了');
  });

  it('a refusal stays until whoever it concerns has seen it', async () => {
    const { keep, words, reach, acknowledged } = await shown();
    keep(entry('refused'));
    expect(await words())
      .to.contain('没有办成')
      .and.to.contain('到窗口');
    reach.shadowRoot!.querySelector('mulin-button')!.click();
    expect(acknowledged).to.deep.equal(['refused']);
  });

  it('of what somebody before has left it says nothing', async () => {
    const { keep, words } = await shown();
    keep(entry('pending', false), entry('refused', false));
    expect(await words()).to.equal('');
  });

  for (const theme of themes)
    it(`can be read by everybody: ${theme}`, async () => {
      const { become, keep, around } = await shown(theme);
      become('away');
      keep(entry('pending'), entry('refused'));
      await settled(around);
      await accessible(around);
    });

  it('leaves nothing behind', () => leavesNoTrace(html`<mulin-reach></mulin-reach>`));
});
