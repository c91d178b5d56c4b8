import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fenOf, yuanOf } from '../../../src/model/shared/money.ts';

describe('money', () => {
  it('an amount comes back as it was typed, to the fen', () => {
    fc.assert(fc.property(fc.nat(2_000_000_000), (fen) => fenOf(yuanOf(fen)) === fen));
  });

  it('is read as people type it', () => {
    expect(fenOf('1234')).to.equal(123_400);
    expect(fenOf('1234.')).to.equal(123_400);
    expect(fenOf('1234.5')).to.equal(123_450);
    expect(fenOf('0.07')).to.equal(7);
    expect(yuanOf(123_450)).to.equal('1234.50');
    expect(yuanOf(7)).to.equal('0.07');
    expect(yuanOf(0)).to.equal('0');
  });

  it('a sum is not a fen off, as it would be with fractions', () => {
    expect((fenOf('0.1') ?? 0) + (fenOf('0.2') ?? 0)).to.equal(fenOf('0.3'));
  });

  it('what is no amount is not taken for nothing', () => {
    for (const text of ['', '.', '.5', '-1', '1.234', '1,000', '1e3', '一千', '999999999999'])
      expect(fenOf(text)).to.equal(undefined);
  });
});
