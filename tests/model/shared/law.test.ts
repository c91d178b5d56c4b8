import { expect } from '@open-wc/testing';
import { Type } from 'typebox';
import { documentKind } from '../../../src/model/shared/law.ts';

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
