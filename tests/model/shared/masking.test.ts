import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { maskIdNumber, maskPhone } from '../../../src/model/shared/masking.ts';
import { idNumberOf } from '../../harness/persons.ts';

describe('masking', () => {
  it('shows the first and the last of an identity number, and no more', () => {
    expect(maskIdNumber('11010519491231002X')).to.equal('1****************X');
  });

  it('nobody reads a birth date off a masked identity number', () => {
    const anyBirth = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyBirth, (date) => {
        const number = idNumberOf(date.toISOString().slice(0, 10), 'male');
        const shown = maskIdNumber(number);
        expect(shown).to.have.length(18);
        expect(shown.slice(1, 17)).to.equal('*'.repeat(16));
      }),
    );
  });

  it('shows enough of a phone number to know it is mine', () => {
    expect(maskPhone('13912345678')).to.equal('139****5678');
  });
});
