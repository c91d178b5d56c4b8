import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { metresBetween } from '../../../src/model/shared/position.ts';

const degrees = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});

describe('distances', () => {
  it('are right for ways that people know', () => {
    const bund = { longitude: 121.4903, latitude: 31.2397 };
    const pearlTower = { longitude: 121.4998, latitude: 31.2397 };
    expect(metresBetween(bund, pearlTower)).to.be.closeTo(903, 5);
    const beijing = { longitude: 116.3975, latitude: 39.9087 };
    expect(metresBetween(bund, beijing) / 1000).to.be.closeTo(1067, 5);
  });

  it('are the same both ways, nothing to oneself, and never beyond the other side of the earth', () => {
    fc.assert(
      fc.property(degrees, degrees, (a, b) => {
        expect(metresBetween(a, b)).to.be.closeTo(metresBetween(b, a), 1e-3);
        expect(metresBetween(a, a)).to.equal(0);
        expect(metresBetween(a, b)).to.be.within(0, 20_015_100);
      }),
    );
  });
});
