/** What a person hears must be what stands on the board. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  readCount,
  readTicket,
  sayCall,
  sayTicket,
  script,
} from '../../src/device/speech/reading.ts';

describe('reading a call aloud', () => {
  it('a ticket is read sign by sign, zeros too', () => {
    expect(readTicket('A012')).to.equal('A 零 一 二');
    expect(readTicket('B100')).to.equal('B 一 零 零');
    expect(readTicket('C1203')).to.equal('C 一 二 零 三');
  });

  it('a counter is read as people count', () => {
    const read = { 1: '一', 2: '二', 10: '十', 11: '十一', 12: '十二', 20: '二十', 21: '二十一' };
    const more = { 99: '九十九', 100: '一百', 105: '一百零五', 110: '一百一十', 112: '一百一十二' };
    for (const [count, words] of Object.entries({ ...read, ...more, 230: '二百三十' }))
      expect(readCount(Number(count)), count).to.equal(words);
  });

  it('nonsense is not read as a number', () => {
    for (const count of [-1, 1.5, 1000, Number.NaN]) expect(() => readCount(count)).to.throw();
  });

  it('no two counters sound alike', () => {
    const read = Array.from({ length: 1000 }, (_, i) => readCount(i));
    expect(new Set(read).size).to.equal(1000);
  });

  it('the sentence says number and counter, and “once more” where it is', () => {
    expect(sayCall({ number: 'A012', counter: 12, again: false }).text).to.equal(
      '请 A 零 一 二 号，到十二号窗口。',
    );
    expect(sayCall({ number: 'A012', counter: 2, again: true }).text).to.contain('再请一次');
  });

  it('whatever is called or given out, every word has a clip in the script', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]\d{3,5}$/),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        (number, counter, again) => {
          for (const said of [sayCall({ number, counter, again }), sayTicket(number, again)]) {
            const { clips, text } = said;
            for (const clip of clips) expect(script.has(clip), clip).to.equal(true);
            const spoken = clips.map((clip) => script.get(clip)).join('');
            expect(spoken).to.equal(text.replaceAll(/[ ，。]/g, ''));
          }
        },
      ),
    );
  });
});
