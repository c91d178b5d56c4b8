/** What the API answers when it can't do what it was asked: problem details (RFC 9457) with a `code` that never changes. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../src/gateway/contract.ts';
import type { Refusal } from '../src/model/shared/law.ts';

export interface Problem {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly detail: string;
  /** JSON pointer to the field of the body that caused it. */
  readonly at?: string;
  readonly facts?: Refusal['facts'];
  /** Seconds after which the same may be sent again. */
  readonly retryAfter?: number;
}

export function problemResponse({ retryAfter, ...problem }: Problem): Response {
  return new Response(JSON.stringify({ title: titles.get(problem.status), ...problem }), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  });
}

const titles = new Map<number, string>([
  [400, 'Bad request'],
  [401, 'Not enrolled'],
  [403, 'Not allowed'],
  [404, 'Not found'],
  [405, 'Method not allowed'],
  [409, 'Taken already'],
  [413, 'Too large'],
  [415, 'Not JSON'],
  [429, 'Too many requests'],
  [500, 'Internal error'],
  [503, 'Not available now'],
  [507, 'Disk full'],
]);

/** Refusals that are about the request and not about the state of the hall. All others are plain outcomes. */
export function problemOfRefusal({ code, at, facts }: Refusal): Problem | undefined {
  switch (code) {
    case 'law.unknown':
      return { status: 404, code, detail: 'Nothing of this name is served here.' };
    case 'guess.wait':
      return tooManyGuesses(Number(facts?.['minutes'] ?? 15));
    case 'actor.not-allowed':
      return { status: 403, code, detail: 'Whoever asks may not do this.' };
    case 'input.invalid': {
      const detail = `${at || 'The body'}: ${facts?.['reason'] ?? 'does not fit.'}`;
      return { status: 400, code, detail, at: at ?? '', ...(facts && { facts }) };
    }
    default:
      return undefined;
  }
}

export function tooManyGuesses(minutes: number): Problem {
  return {
    status: 429,
    code: 'guess.wait',
    detail: `Too many attempts were wrong. The next may be made in ${minutes} minutes.`,
    facts: { minutes },
    retryAfter: minutes * 60,
  };
}

export function problemOfFault({ code }: Fault): Problem {
  switch (code) {
    case 'busy':
    case 'offline':
    case 'store-unavailable':
      return {
        status: 503,
        code,
        detail: 'The hall can’t answer now. Send the same again, with the same idempotency key.',
        retryAfter: 1,
      };
    case 'disk-full':
      return { status: 507, code, detail: 'There is no room left on the disk of the hall.' };
    case 'sealed':
    case 'insecure-page':
    case 'unknown':
      return { status: 500, code, detail: 'Something is wrong with the hall itself.' };
  }
}
