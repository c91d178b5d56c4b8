import { expect } from '@open-wc/testing';
import { Type } from 'typebox';
import { documentKind, may } from '../../../src/model/shared/law.ts';

describe('where documents live', () => {
  const day = documentKind({ at: 'booking/day', schema: Type.Object({}), personal: [] });

  it('a range holds every key below it, and nothing that only begins alike', () => {
    const { from, to } = day.range('registry');
    const isIn = (key: string): boolean => from <= key && key < to;
    expect(isIn(day.key('registry', '2026-12-11'))).to.equal(true);
    expect(isIn(day.key('registry', '~'))).to.equal(true);
    expect(isIn(day.key('registry', '民政'))).to.equal(true);
    for (const beside of [
      'registry',
      'registry-2/2026-12-11',
      'registry2/x',
      'registrz/x',
      'r/x',
    ]) {
      expect(isIn(day.key(beside)), beside).to.equal(false);
    }
  });
});

describe('who may', () => {
  const kiosk = { id: 'kiosk-1', as: 'kiosk' } as const;
  const citizen = { kind: 'citizen', id: 'c' } as const;
  const clerk = { kind: 'staff', id: 's', roles: ['counter'] } as const;

  it('a kind lets everybody of that kind in, and nobody else', () => {
    expect(may(['staff'], clerk)).to.be.true;
    expect(may(['staff'], { kind: 'staff', id: 's' })).to.be.true;
    expect(may(['staff'], citizen)).to.be.false;
    expect(may([], { kind: 'anonymous' })).to.be.false;
  });

  it('a role lets in only those who have it', () => {
    expect(may(['staff:counter'], clerk)).to.be.true;
    expect(may(['staff:admin'], clerk)).to.be.false;
    expect(may(['staff:admin'], { kind: 'staff', id: 's' })).to.be.false;
  });

  it('a board may not what only a kiosk may', () => {
    expect(may(['device:kiosk'], { kind: 'device', ...kiosk })).to.be.true;
    expect(may(['device:kiosk'], { kind: 'device', id: 'b', as: 'board' })).to.be.false;
    expect(may(['device:kiosk'], { kind: 'device', id: 'b' })).to.be.false;
  });

  it('a person at a kiosk may still take what the kiosk gives to anybody', () => {
    expect(may(['device:kiosk'], { ...citizen, at: kiosk })).to.be.true;
    expect(may(['device'], { ...clerk, at: kiosk })).to.be.true;
    expect(may(['device'], citizen)).to.be.false;
  });
});
