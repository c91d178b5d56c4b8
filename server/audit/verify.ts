/** Finds what was done to the log behind the hall's back. */
import { verify, type KeyObject } from 'node:crypto';
import type { Head, Link } from '../store/chain.ts';
import { firstIdAt, timeOfId } from '../store/entry.ts';
import type { Store } from '../store/store.ts';
import { LATE } from './keeper.ts';
import { BEGINNING, headText, linkTo } from './link.ts';

export interface Verdict {
  /** Links that were looked at. */
  readonly links: number;
  readonly head: Pick<Link, 'seq' | 'hash'> | undefined;
  /** A sentence for each thing that is wrong. */
  readonly findings: readonly string[];
}

const PAGE = 1000;
/** Whoever has torn up the whole log need not be told row by row. */
const ENOUGH = 100;

/** `known`: a head that somebody kept elsewhere; a chain that was cut or written anew does not hold it. */
export async function verifyLog(
  hall: string,
  { chain }: Pick<Store, 'chain'>,
  key: KeyObject,
  known?: Pick<Link, 'seq' | 'hash'>,
): Promise<Verdict> {
  const findings: string[] = [];
  const heads = headsOf(hall, chain);
  let head = await heads.next();
  let before: Pick<Link, 'seq' | 'hash'> = BEGINNING;
  let newest = '';
  let links = 0;

  const isSigned = ({ at, signature }: Head, link: Link): boolean =>
    verify(null, headText(hall, link, at), key, Buffer.from(signature, 'base64'));

  for (;;) {
    const page = await chain.walk(hall, before.seq, PAGE);
    for (const { found, ...link } of page) {
      links += 1;
      if (link.seq !== before.seq + 1)
        findings.push(`Links ${before.seq + 1} to ${link.seq - 1} of the chain are missing.`);
      else if (!found)
        findings.push(`Entry ${link.entry} is missing from the log (link ${link.seq}).`);
      else if (linkTo(hall, before, found).hash !== link.hash)
        findings.push(`Entry ${link.entry} was changed, or its link ${link.seq}.`);
      while (head && head.seq < link.seq) {
        findings.push(`The signature at link ${head.seq} signs for nothing.`);
        head = await heads.next();
      }
      if (head?.seq === link.seq) {
        if (!isSigned(head, link))
          findings.push(`The signature at link ${link.seq} is not that of this hall.`);
        head = await heads.next();
      }
      if (known?.seq === link.seq && known.hash !== link.hash)
        findings.push(`Link ${link.seq} is another than it was when its head was kept.`);
      if (link.entry > newest) newest = link.entry;
      before = link;
    }
    if (page.length < PAGE || findings.length >= ENOUGH) break;
  }

  const end = before === BEGINNING ? undefined : before;
  if (head)
    findings.push(`The chain ends at link ${before.seq}, but link ${head.seq} was signed for.`);
  if (known && known.seq > before.seq)
    findings.push(`The chain ends at link ${before.seq}; the head that was kept was ${known.seq}.`);
  if (end && !(await isEndSigned(hall, chain, end.seq)))
    findings.push(`The end of the chain, link ${end.seq}, is not signed.`);
  if (newest)
    for (const { id } of await chain.loose(
      hall,
      firstIdAt(0),
      firstIdAt(timeOfId(newest) - LATE),
      ENOUGH,
    ))
      findings.push(`Entry ${id} was added to the log afterwards.`);
  return { links, head: end, findings: findings.slice(0, ENOUGH) };
}

/** The signed heads in order, fetched page by page. */
function headsOf(hall: string, chain: Store['chain']): { next(): Promise<Head | undefined> } {
  let page: Head[] = [];
  let after = 0;
  return {
    async next() {
      if (page.length === 0) page = [...(await chain.heads(hall, after, PAGE))];
      const head = page.shift();
      if (head) after = head.seq;
      return head;
    },
  };
}

const isEndSigned = async (hall: string, chain: Store['chain'], seq: number): Promise<boolean> =>
  (await chain.heads(hall, seq - 1, 1)).some((head) => head.seq === seq);
