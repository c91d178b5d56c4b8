/**
 * The contract of a hall as an OpenAPI 3.1 document, made of the same schemas that judge what comes in: a TypeBox schema is
 * a JSON Schema as OpenAPI takes it. A district that serves these paths can stand behind the same elements.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { AnyCommand, AnyLaw, AnyQuery } from '../src/model/registry.ts';
import { described, type Described } from './who/openapi.ts';

type Value = string | number | boolean | null | readonly Value[] | Json;
interface Json {
  readonly [name: string]: Value;
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

/** Codes that any command or query may meet, with the status they come with. */
const problems: Json = {
  '400': problem(
    'The body does not fit: `code` is `input.invalid`, `at` points to the field, `facts.reason` says why.',
  ),
  '401': problem('A token was shown that is not, or no longer, good.'),
  '403': problem('Whoever asks may not do this.'),
  '413': problem('The body is larger than 64 KiB.'),
  '415': problem('The body is not said to be JSON.'),
  '429': problem('Too many requests; `Retry-After` says when to come back.'),
  '503': problem('The hall can’t answer now. Send the same again.'),
};

/** What the house's law answers, read out of its types by scripts/build-contract.mjs. A district's own parts are not in it. */
interface Results {
  readonly laws: Readonly<Record<string, { answers: Json; refusals: readonly string[] }>>;
  readonly schemas: Json;
}
function readResults(): Results {
  const file = new URL('../dist/results.json', import.meta.url);
  if (!existsSync(file)) return { laws: {}, schemas: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as Results;
}

export function openApiOf(law: AnyLaw, title: string): Json {
  const results = readResults();
  const commands = Object.values(law.commands).map((one) => [
    `/api/command/${one.name}`,
    commandPath(one, results),
  ]);
  const queries = Object.values(law.queries).map((one) => [
    `/api/query/${one.name}`,
    queryPath(one, results),
  ]);
  const others: Record<string, Json> = {};
  for (const one of described) others[one.path] = { ...others[one.path], [one.method]: path(one) };
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description:
        'Commands change something, queries look. A refusal by the rules is an answer with status 200 and a code; ' +
        'what is wrong with the request or with the hall is a problem (RFC 9457). ' +
        'Every answer tells the hall’s time in the header Mulin-Now, in milliseconds since 1970.',
    },
    servers: [{ url: '/' }],
    tags: ['Commands', 'Queries', 'Who comes', 'Live', 'Health'].map((name) => ({ name })),
    paths: {
      ...(Object.fromEntries([...commands, ...queries]) as Json),
      ...others,
      '/api/earlier/{name}': earlierPath,
      '/api/watch': watchPath,
      '/healthz': { get: health('alive', 'The process is alive.') },
      '/readyz': {
        get: health('ready', 'The store answers.', {
          '503': problem('It does not, or the hall is closing.'),
        }),
      },
    },
    components: { schemas: { ...schemas, ...results.schemas } },
  };
}

const who = (one: AnyCommand | AnyQuery): string =>
  `May be asked by: ${one.who.join(', ') || 'nobody'}.`;

function commandPath(command: AnyCommand, results: Results): Json {
  return {
    post: {
      operationId: command.name,
      tags: ['Commands'],
      summary: command.name,
      description: `${who(command)} While the hall is out of reach: ${command.offline}.`,
      'x-mulin-who': [...command.who],
      'x-mulin-offline': command.offline,
      parameters: [gestureKey],
      requestBody: { required: true, content: json(plain(command.input)) },
      responses: {
        '200': {
          description: 'Done, or refused by the rules.',
          content: json(told(results, command.name, 'sent', 'result')),
        },
        ...problems,
        '507': problem('There is no room left on the disk of the hall.'),
      },
    },
  };
}

function queryPath(query: AnyQuery, results: Results): Json {
  return {
    post: {
      operationId: query.name,
      tags: ['Queries'],
      summary: query.name,
      description: who(query),
      'x-mulin-who': [...query.who],
      requestBody: { required: true, content: json(plain(query.input)) },
      responses: {
        '200': {
          description: 'An answer, or a refusal by the rules.',
          content: json(told(results, query.name, 'answer', 'value')),
        },
        ...problems,
      },
    },
  };
}

/** A success with what is in it, or one of the refusals that this law knows. */
function told({ laws }: Results, name: string, status: string, field: string): Json {
  const { answers = {}, refusals } = laws[name] ?? {};
  const code: Json = refusals ? { properties: { code: { enum: refusals } } } : {};
  return {
    oneOf: [
      {
        type: 'object',
        required: ['status', field],
        properties: { status: { const: status }, [field]: answers },
      },
      {
        type: 'object',
        required: ['status', 'refusal'],
        properties: {
          status: { const: 'refused' },
          refusal: { allOf: [ref('Refusal'), code] },
        },
      },
    ],
  };
}

/** What the hall itself serves, beside the law: who comes. */
function path({ id, summary, who: whom, path: at, takes, answers, ...one }: Described): Json {
  const names = [...at.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    operationId: id,
    tags: ['Who comes'],
    summary,
    description: `${summary}. May be asked by: ${whom.join(', ') || 'everybody'}.`,
    'x-mulin-who': [...whom],
    parameters: names.map((name) => ({
      ...{ name, in: 'path', required: true, schema: { type: 'string' } },
    })),
    ...(takes && { requestBody: { required: true, content: json(plain(takes)) } }),
    responses: {
      [one.status]: {
        description: summary,
        ...(answers && { content: json(plain(answers)) }),
      },
      ...problems,
      ...Object.fromEntries(
        Object.entries(one.problems ?? {}).map(([status, said]) => [status, problem(said)]),
      ),
    },
  };
}

const gestureKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'One gesture, one key: sent twice, it happens once and answers the same.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};

const earlierPath: Json = {
  post: {
    operationId: 'earlier',
    tags: ['Commands'],
    summary: 'What became of a command whose answer got lost',
    description:
      'Name, key and body of the command once more, by whoever sent it: answers what it was told, and does nothing.',
    parameters: [
      { name: 'name', in: 'path', required: true, schema: { type: 'string' } },
      gestureKey,
    ],
    requestBody: { required: true, content: json({}) },
    responses: {
      '200': {
        description: 'It arrived.',
        content: json({ type: 'object', required: ['status'] }),
      },
      ...problems,
      '404': problem('Nothing has come of it here.'),
    },
  },
};

const watchPath: Json = {
  post: {
    operationId: 'watch',
    tags: ['Live'],
    summary: 'Answers to many queries, now and whenever they differ',
    description:
      'Server-sent events. `open` comes first: {"ids":[…],"now":…} names the event that answers each query, in the ' +
      'order they were asked. Then one event of that name for each reply. `now` comes every 15 seconds. Whoever comes ' +
      'back after a cut names the ids of the events they have in Last-Event-ID, with spaces between.',
    parameters: [
      { name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } },
    ],
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        required: ['queries'],
        additionalProperties: false,
        properties: {
          queries: {
            type: 'array',
            minItems: 1,
            maxItems: 100,
            items: {
              type: 'object',
              required: ['name', 'input'],
              additionalProperties: false,
              properties: { name: { type: 'string', maxLength: 100 }, input: {} },
            },
          },
        },
      }),
    },
    responses: {
      '200': {
        description: 'A stream that stays open.',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      ...problems,
    },
  },
};

const health = (id: string, description: string, more: Json = {}): Json => ({
  operationId: id,
  tags: ['Health'],
  summary: description,
  responses: { '200': { description, content: json({ type: 'object' }) }, ...more },
});

const refusal: Json = {
  type: 'object',
  required: ['code'],
  properties: {
    code: { type: 'string', description: 'noun.what-is-wrong; it never changes its meaning' },
    at: { type: 'string', description: 'JSON pointer to the field of the input' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
};

const schemas: Json = {
  Refusal: refusal,
  Problem: {
    type: 'object',
    required: ['title', 'status', 'code', 'detail'],
    properties: {
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string', description: 'it never changes its meaning' },
      detail: { type: 'string' },
      at: { type: 'string', description: 'JSON pointer to the field of the body' },
      facts: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    },
  },
};

/** A schema without the marks that TypeBox keeps for itself. */
const plain = (schema: unknown): Json => JSON.parse(JSON.stringify(schema)) as Json;
