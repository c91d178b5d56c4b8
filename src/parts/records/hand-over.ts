/** Takes files from a picker to the hall, one after the other, so that a slow line loses one at most. */
import type { InputOf, OutcomeOf } from '../../gateway/contract.ts';
import { base64Of } from '../../ui/bytes.ts';
import type { TakenFile } from '../../ui/picture.ts';

type Add = InputOf<'evidence.add'>;

/** A file with the name it is handed over under, and what it is for. */
export type Handed = TakenFile & { readonly id: string; readonly item: string };

/**
 * Sends each file into the bundle. What it is told of the first that was not taken, or nothing where all are there; sent
 * again, those that are there already are put in their own place.
 */
export async function handOver(
  bundle: string,
  files: readonly Handed[],
  send: (input: Add) => Promise<OutcomeOf<'evidence.add'>>,
  onProgress: (done: number) => void = () => {},
): Promise<Exclude<OutcomeOf<'evidence.add'>, { readonly status: 'sent' }> | undefined> {
  for (const [i, { id, item, name, type, blob }] of files.entries()) {
    onProgress(i + 1);
    const data = await base64Of(blob);
    const outcome = await send({ bundle, id, item, name: name.slice(-120), type, data });
    if (outcome.status !== 'sent') return outcome;
  }
  return undefined;
}
