/** What both stores keep, table by table; the migrations of the two siblings make the same columns. */
export const columns = {
  document: ['hall', 'key', 'version', 'open', 'sealed'],
  log: ['hall', 'id', 'at', 'actor', 'command', 'keys', 'events'],
  sent: ['hall', 'key', 'at', 'outcome'],
  chain: ['hall', 'seq', 'entry', 'hash'],
  head: ['hall', 'seq', 'at', 'signature'],
} as const;
export type TableName = keyof typeof columns;

export const tables = Object.entries(columns) as readonly [TableName, readonly string[]][];

/** The type of a column where PostgreSQL has to be told. */
export const typeOf = (column: string): string =>
  ({ version: 'int', at: 'bigint', seq: 'bigint', id: 'uuid', entry: 'uuid' })[column] ?? 'text';

/** The name of a table and the values of its columns in the order above. */
export type TableRow = readonly [TableName, ...(string | number | null)[]];

export const NOT_EMPTY =
  'This store is not empty. Restore into one that no hall has been opened on yet: ' +
  'a fresh data folder (MULIN_DATA) or a fresh database (DATABASE_URL).';
