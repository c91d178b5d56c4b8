import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { caretAfter, clean, grouped, masked, replaced, typed } from '../../src/ui/field-kinds.ts';

describe('kinds of fields', () => {
  it('takes an identity number as people write it, with gaps, dashes and a small x', () => {
    expect(clean('id-number', '310110-1958 0101 123x')).to.equal('31011019580101123X');
  });

  it('takes the full-width digits of a Chinese keyboard', () => {
    expect(clean('phone', '\uff11\uff13\uff18 1234 5678')).to.equal('13812345678');
  });

  it('never takes more than the kind holds, nor more than the page allows', () => {
    expect(clean('phone', '138123456789999')).to.equal('13812345678');
    expect(clean('digits', '123456', 4)).to.equal('1234');
  });

  it('leaves names and addresses alone', () => {
    expect(clean('text', ' 王 小明 No. 1')).to.equal(' 王 小明 No. 1');
  });

  it('shows numbers in the groups they are read in', () => {
    expect(grouped('id-number', '31011019580101123X')).to.equal('310110 19580101 123X');
    expect(grouped('phone', '13812345678')).to.equal('138 1234 5678');
    expect(grouped('receipt-code', '1234567890')).to.equal('12345 67890');
    expect(grouped('phone', '138')).to.equal('138');
    expect(grouped('phone', '')).to.equal('');
  });

  it('masks so that birth date and tail are never seen together', () => {
    expect(masked('id-number', '31011019580101123X')).to.equal('3****************X');
    expect(masked('phone', '13812345678')).to.equal('138****5678');
    expect(masked('receipt-code', '')).to.equal('');
  });

  it('backspace at a gap takes away the digit before it, and delete takes away nothing', () => {
    const stroke = { shown: '1381234 5678', caret: 3, backwards: true };
    expect(typed('phone', '13812345678', stroke)).to.deep.equal({ value: '1312345678', count: 2 });
    const forwards = { ...stroke, backwards: false };
    expect(typed('phone', '13812345678', forwards)).to.deep.equal({
      value: '13812345678',
      count: 3,
    });
  });

  it('a full field takes no more, whichever way it comes', () => {
    const full = '13812345678';
    const stroke = { shown: '138 1234 56789', caret: 14, backwards: false };
    expect(typed('phone', full, stroke).value).to.equal(full);
    expect(replaced('phone', full, [11, 11], '9').value).to.equal(full);
    expect(replaced('phone', full, [0, 3], '199')).to.deep.equal({
      value: '19912345678',
      count: 3,
    });
  });

  it('grouping loses nothing, and the caret stands after what was typed', () => {
    const digits = fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      maxLength: 18,
    });
    fc.assert(
      fc.property(digits, fc.nat(18), (value, at) => {
        const shown = grouped('id-number', value);
        expect(clean('id-number', shown)).to.equal(value);
        const count = Math.min(at, value.length);
        const before = shown.slice(0, caretAfter('id-number', count));
        expect(clean('id-number', before)).to.equal(value.slice(0, count));
      }),
    );
  });
});
