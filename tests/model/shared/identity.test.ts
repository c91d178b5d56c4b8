import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  holderOf,
  isMobile,
  normalId,
  readResidentId,
} from '../../../src/model/shared/identity.ts';
import { idNumberOf } from '../../harness/persons.ts';

const anyNumber = fc
  .record({
    birth: fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    }),
    sex: fc.constantFrom('male' as const, 'female' as const),
    sequence: fc.integer({ min: 0, max: 99 }),
  })
  .map(({ birth, sex, sequence }) => ({
    birth: birth.toISOString().slice(0, 10),
    sex,
    number: idNumberOf(birth.toISOString().slice(0, 10), sex, sequence),
  }));

const isAccepted = (number: string): boolean => typeof readResidentId(number) !== 'string';

describe('resident identity numbers (GB 11643)', () => {
  it('the samples of the standard are read', () => {
    expect(readResidentId('11010519491231002X')).to.deep.equal({
      birth: '1949-12-31',
      sex: 'female',
    });
    expect(readResidentId('440524188001010014')).to.deep.equal({
      birth: '1880-01-01',
      sex: 'male',
    });
  });

  it('every right number says when somebody was born, and whether a man or a woman', () => {
    fc.assert(
      fc.property(anyNumber, ({ birth, sex, number }) => {
        expect(readResidentId(number)).to.deep.equal({ birth, sex });
      }),
    );
  });

  it('one wrong digit, anywhere, is always noticed', () => {
    fc.assert(
      fc.property(anyNumber, ({ number }) => {
        for (let i = 0; i < 18; i += 1) {
          for (const wrong of i === 17 ? '0123456789X' : '0123456789') {
            if (wrong === number[i]) continue;
            const slip = number.slice(0, i) + wrong + number.slice(i + 1);
            expect(isAccepted(slip), `${slip} for ${number}`).to.equal(false);
          }
        }
      }),
    );
  });

  it('two neighbouring digits the wrong way round are always noticed', () => {
    fc.assert(
      fc.property(anyNumber, ({ number }) => {
        for (let i = 0; i < 17; i += 1) {
          const [a = '', b = ''] = number.slice(i, i + 2);
          if (a === b) continue;
          const swapped = number.slice(0, i) + b + a + number.slice(i + 2);
          expect(isAccepted(swapped), `${swapped} for ${number}`).to.equal(false);
        }
      }),
    );
  });

  it('says which thing is wrong: the length, the birth date, or the check digit', () => {
    expect(readResidentId('')).to.equal('length');
    expect(readResidentId('1101051949123100')).to.equal('length');
    expect(readResidentId('11010519491231002X0')).to.equal('length');
    expect(readResidentId('11010519491231O02X'), 'the letter O').to.equal('length');
    expect(readResidentId('110105194912310021')).to.equal('check-digit');
    expect(readResidentId('11010519490229002X'), '1949 was no leap year').to.equal('birth-date');
    expect(readResidentId('11010519491331002X')).to.equal('birth-date');
  });

  it('a number that only looks like one is refused, never read', () => {
    fc.assert(fc.property(fc.string({ maxLength: 20 }), (text) => !isAccepted(text)));
    expect(isAccepted('１１０１０５１９４９１２３１００２Ｘ'), 'full-width digits').to.equal(false);
    expect(isAccepted('11010519491231002X\n')).to.equal(false);
  });
});

describe('a number typed or read from a card', () => {
  it('is one number, with a small x or with spaces', () => {
    for (const typed of ['11010519491231002x', '110105 19491231 002X', ' 11010519491231002X\n']) {
      expect(normalId(typed), typed).to.equal('11010519491231002X');
    }
  });
});

describe('mobile numbers', () => {
  it('eleven digits from 13 to 19', () => {
    for (const number of ['13800138000', '19912345678', '16600000000']) {
      expect(isMobile(number), number).to.equal(true);
    }
    const wrong = [
      '12345678901',
      '1380013800',
      '138001380000',
      '+8613800138000',
      '138 0013 8000',
      '',
    ];
    for (const number of wrong) expect(isMobile(number), number).to.equal(false);
  });
});

describe('numbers of people who are no mainland residents', () => {
  const closed = (prefix: string): string => {
    for (const check of '0123456789X') {
      const number = `${prefix}${check}`;
      if (typeof readResidentId(number) !== 'string') return number;
    }
    throw new Error('one of eleven signs closes every number');
  };

  it('a residence permit of Hong Kong, Macao or Taiwan is known by its first six digits', () => {
    for (const prefix of ['810000', '820000', '830000'])
      expect(holderOf(closed(`${prefix}19900101001`))).to.equal('residence-permit');
    expect(holderOf(closed('31011019900101001'))).to.equal('resident');
  });

  it('a foreign permanent resident is known by the card of 2023 and by the older one', () => {
    expect(holderOf(closed('93115619900101001'))).to.equal('foreign-permanent');
    expect(holderOf('USA310090010101')).to.equal('foreign-permanent');
  });

  it('passes are known by their shape', () => {
    expect(holderOf('H12345678')).to.equal('hk-macao-pass');
    expect(holderOf('M1234567801')).to.equal('hk-macao-pass');
    expect(holderOf('12345678')).to.equal('taiwan-pass');
  });

  it('one wrong digit is noticed on the cards that close, and half a number on all', () => {
    const right = closed('81000019900101001');
    expect(holderOf(right.slice(0, 17) + (right.endsWith('1') ? '2' : '1'))).to.equal(
      'check-digit',
    );
    for (const half of ['H1234567', 'M123456789', '1234567', 'USA31009001010', ''])
      expect(holderOf(half)).to.equal('length');
  });
});
