/**
 * A bridge is a small program on the terminal that has its hands on the wires; a browser has none. It listens on loopback
 * and speaks JSON over HTTP. What it must answer is written in docs/devices.md; `scripts/bridge.mjs` is one to try with.
 */
export interface Bridge {
  /** Where it listens, e.g. `http://127.0.0.1:8124`. */
  readonly url: string;
  /** What it was given when it was installed, so that no other page can read cards with it. */
  readonly token?: string;
}

export type Asked =
  | { readonly status: 'answered'; readonly body: Readonly<Record<string, unknown>> }
  /** Nobody listens there, or they do not know us, or do not speak so. */
  | { readonly status: 'offline' }
  /** It listens and does not come to an end. */
  | { readonly status: 'timeout' };

/** Asks once. Rejects only with the reason of the caller's own aborted signal. */
export async function ask(
  { url, token }: Bridge,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  {
    body,
    milliseconds,
    signal,
  }: { readonly body?: unknown; readonly milliseconds: number; readonly signal?: AbortSignal },
): Promise<Asked> {
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    if (typeof answer !== 'object' || answer === null) return { status: 'offline' };
    return { status: 'answered', body: answer as Record<string, unknown> };
  } catch {
    signal?.throwIfAborted();
    return { status: timeout.aborted ? 'timeout' : 'offline' };
  }
}
