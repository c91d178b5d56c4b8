/** A browser before a hall, for tests over HTTP: it keeps cookies and says where its requests come from. */
import { v7 as uuidv7 } from 'uuid';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export interface Visitor {
  readonly cookies: Map<string, string>;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered>;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  command(name: string, input: unknown): Promise<Answered>;
  query(name: string, input: unknown): Promise<Answered>;
  /** What the cookies say, for a request made by hand. */
  cookie(): string;
}

/** `headers` go with every request, such as the address that a proxy tells. */
export function visitor(url: string, always: Record<string, string> = {}): Visitor {
  const cookies = new Map<string, string>();
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answered> {
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookies.size > 0 && { cookie: cookie() }),
        origin: new URL(url).origin,
        ...always,
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0/i.test(line)) cookies.set(name, value);
      else cookies.delete(name);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : { text },
    };
  }

  const post: Visitor['post'] = (path, body = {}, headers) => ask('POST', path, body, headers);
  return {
    cookies,
    cookie,
    ask,
    get: (path) => ask('GET', path),
    post,
    command: (name, input) => post(`/api/command/${name}`, input, { 'idempotency-key': uuidv7() }),
    query: (name, input) => post(`/api/query/${name}`, input),
  };
}
