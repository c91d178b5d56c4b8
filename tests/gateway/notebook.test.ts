/** What is written down while somebody is here, and nothing of it afterwards. */
import { expect } from '@open-wc/testing';
import { browserNotebook } from '../../src/gateway/notebook/index.ts';
import { elder } from '../harness/cases.ts';

let n = 0;
let name = '';
let time = 0;
const open = () => browserNotebook({ name, minutes: 3, now: () => time });
beforeEach(() => {
  name = `notebook-test-${Date.now()}-${(n += 1)}`;
  time = Date.parse('2026-12-07T10:00+08:00');
});

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

async function onDisk(): Promise<Map<string, unknown>> {
  const db = await settled(indexedDB.open(`mulin-${name}`));
  const rows = db.transaction('rows').objectStore('rows');
  const [keys, values] = await Promise.all([settled(rows.getAllKeys()), settled(rows.getAll())]);
  db.close();
  return new Map(keys.map((key, i) => [key as string, values[i] as unknown]));
}

const readable = (value: unknown): string =>
  value instanceof ArrayBuffer
    ? new TextDecoder('latin1').decode(value)
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(readable).join()
      : String(value);

describe('the notebook', () => {
  it('finds again what was written, after a reload', async () => {
    await open().write('meals', { idNumber: elder });
    expect(await open().read('meals')).to.eql({ idNumber: elder });
    expect(await open().read('care')).to.equal(undefined);
  });

  it('leaves nothing readable on the disk, and its key can’t be taken out', async () => {
    await open().write('meals', { idNumber: elder });
    const rows = await onDisk();
    expect([...rows.values()].map(readable).join()).not.to.contain(elder);
    const { key } = rows.get('key') as { readonly key: CryptoKey };
    expect(key.extractable).to.equal(false);
  });

  it('torn up, nothing is left, not even the key', async () => {
    const book = open();
    await book.write('meals', { idNumber: elder });
    await book.write('meals/photo', 'AAAA');
    await book.tear();
    expect((await onDisk()).size).to.equal(0);
    await book.write('meals', 'the next person');
    expect(await book.read('meals')).to.equal('the next person');
  });

  it('a page goes with all below it, and no other', async () => {
    const book = open();
    for (const page of ['meals', 'meals/photo', 'meals+care']) await book.write(page, page);
    await book.tear('meals');
    expect(await book.read('meals/photo')).to.equal(undefined);
    expect(await book.read('meals+care')).to.equal('meals+care');
  });

  it('is empty for whoever comes later than its writer can still be here, also when the clock was put back', async () => {
    await open().write('meals', elder);
    time += 3 * 60_000 + 1;
    expect(await open().read('meals')).to.equal(undefined);
    expect((await onDisk()).size).to.equal(0);
    await open().write('meals', elder);
    time -= 60_000;
    expect(await open().read('meals')).to.equal(undefined);
  });

  it('what is still being written when it is torn up does not come back', async () => {
    const book = open();
    await book.write('meals', 'first');
    const late = book.write('meals', elder);
    await book.tear();
    await late;
    expect(await open().read('meals')).to.equal(undefined);
  });
});
