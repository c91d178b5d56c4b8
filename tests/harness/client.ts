/** One terminal that speaks HTTP by hand, and sends a gesture again until it knows what became of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';

export interface Told {
  readonly status: number;
  /** `sent`, `refused`, or the `code` of a problem. */
  readonly says: string;
  readonly result: unknown;
}

export async function command(
  url: string,
  name: string,
  input: unknown,
  idempotencyKey = uuidv7(),
): Promise<Told> {
  const response = await fetch(`${url}/api/command/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(input),
  });
  const told = (await response.json()) as { status?: unknown; code?: string; result?: unknown };
  const says = response.ok ? String(told.status) : (told.code ?? '');
  return { status: response.status, says, result: told.result };
}

/**
 * As the gateway of a terminal does: the same gesture with the same key, until somebody answers. `isOver` lets a test that
 * ends stop those whose hall stays away.
 */
export async function insist(
  url: () => string,
  name: string,
  input: unknown,
  { idempotencyKey = uuidv7(), isOver = () => false } = {},
): Promise<Told | undefined> {
  while (!isOver()) {
    const told = await command(url(), name, input, idempotencyKey).catch(() => undefined);
    if (told && told.status < 500) return told;
    if (told && !['busy', 'store-unavailable', 'disk-full'].includes(told.says))
      throw new Error(`${name}: ${told.status} ${told.says}`);
    await pause(5 + Math.random() * 20);
  }
  return undefined;
}

export async function query(url: string, name: string, input: unknown): Promise<unknown> {
  const response = await fetch(`${url}/api/query/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return ((await response.json()) as { value?: unknown }).value;
}
