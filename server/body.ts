import type { Problem } from './problem.ts';

/** A gesture of a citizen is small; more than this is a mistake or an attack, unless a law says that it carries a file. */
export const MAX_BYTES = 64 * 1024;

/** The JSON of a request's body, or what is wrong with it. Never more than the limit is read. */
export async function readJson(
  request: Request,
  maxBytes = MAX_BYTES,
): Promise<{ readonly json: unknown } | { readonly problem: Problem }> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return problem(415, 'body.not-json', 'Send JSON, and say so: Content-Type: application/json.');
  const chunks = await chunksOf(request, maxBytes);
  if (!chunks) return problem(413, 'body.too-large', `The body is larger than ${maxBytes} bytes.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { json: JSON.parse(text) as unknown };
  } catch {
    return problem(400, 'body.invalid-json', 'The body is no JSON in UTF-8.');
  }
}

/** Undefined where there are too many of them. */
async function chunksOf(
  request: Request,
  maxBytes: number,
): Promise<readonly Uint8Array[] | undefined> {
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > maxBytes) return undefined;
  // No more than it says can come. Past the web's streams, which cost as much as the rest of a command.
  if (length !== null) return [new Uint8Array(await request.arrayBuffer())];
  const chunks: Uint8Array[] = [];
  // Not `for await`: leaving it would cancel the stream, and with it the connection that the answer has to go through.
  const reader = request.body?.getReader();
  let size = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || !value) return chunks;
    size += value.length;
    if (size > maxBytes) return undefined;
    chunks.push(value);
  }
}

const problem = (status: 400 | 413 | 415, code: string, detail: string) => ({
  problem: { status, code, detail },
});
