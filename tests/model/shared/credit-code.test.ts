import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { creditCodeSigns, mistakeInCreditCode } from '../../../src/model/shared/credit-code.ts';

/** The check sign as the standard writes it: with it, the weighted sum of all eighteen is divisible by 31. */
function closed(seventeen: string): string {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, w, i) => total + w * signAt(seventeen, i), 0);
  return seventeen + creditCodeSigns.charAt((31 - (sum % 31)) % 31);
}
const signAt = (text: string, i: number): number => creditCodeSigns.indexOf(text.charAt(i));

const anySign = fc.constantFrom(...creditCodeSigns.split(''));
const anyCode = fc
  .array(anySign, { minLength: 17, maxLength: 17 })
  .map((signs) => closed(signs.join('')));

describe('numbers of organisations (GB 32100)', () => {
  it('a published one is right', () => {
    expect(mistakeInCreditCode('91350100M000100Y43')).to.equal(undefined);
  });

  it('every code that closes is right, whatever its signs', () => {
    fc.assert(fc.property(anyCode, (code) => mistakeInCreditCode(code) === undefined));
  });

  it('one wrong sign, anywhere, is always noticed', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), anySign, (code, at, sign) => {
        fc.pre(code[at] !== sign);
        const slip = code.slice(0, at) + sign + code.slice(at + 1);
        expect(mistakeInCreditCode(slip)).to.equal('check-sign');
      }),
    );
  });

  it('tells a short one from one with a letter that no code has', () => {
    expect(mistakeInCreditCode('91350100M000100Y4')).to.equal('length');
    expect(mistakeInCreditCode('9135O100M000100Y43')).to.equal('sign');
    expect(mistakeInCreditCode('')).to.equal('length');
  });
});
