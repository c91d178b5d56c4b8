import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { isReceiptCode, receiptCodeOf } from '../../../src/model/shared/receipt-code.ts';

const nineDigits = fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));

describe('receipt codes', () => {
  it('a code that was given out is known again', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const code = receiptCodeOf(digits);
        expect(code).to.match(/^\d{10}$/);
        expect(code.slice(0, 9)).to.equal(digits);
        expect(isReceiptCode(code)).to.equal(true);
      }),
    );
  });

  it('the check digit is that of ISO 7064 MOD 11,10', () => {
    expect(receiptCodeOf('0794')).to.equal('07945'); // the standard's own example
  });

  it('one mistyped digit, anywhere, is always caught', () => {
    fc.assert(
      fc.property(nineDigits, (digits) => {
        const code = receiptCodeOf(digits);
        for (let i = 0; i < 10; i += 1) {
          for (const wrong of '0123456789') {
            if (wrong === code[i]) continue;
            expect(isReceiptCode(code.slice(0, i) + wrong + code.slice(i + 1))).to.equal(false);
          }
        }
      }),
    );
  });

  it('what is shorter, longer or no number is no code', () => {
    for (const text of [
      '',
      '123456789',
      '12345678901',
      'abcdefghij',
      ' 000000079',
      '0000007945\n',
    ]) {
      expect(isReceiptCode(text), JSON.stringify(text)).to.equal(false);
    }
  });
});
