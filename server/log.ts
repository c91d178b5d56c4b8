/**
 * What the hall tells its operator while it serves: one JSON object a line, on standard error. Nothing about a person: no
 * inputs, no addresses, no keys of documents.
 */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export function logEvent(event: string, facts: LogFacts = {}): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), event, ...facts }));
}

/** Something went wrong that whoever mends it needs to see: where, and what, but not with whose data. */
export function logTrouble(event: string, error: unknown): void {
  const { name, message, stack, cause } = error as Partial<Error>;
  logEvent(event, {
    error: `${name ?? typeof error}: ${withoutData(message ?? '')}`,
    cause: cause instanceof Error ? `${cause.name}: ${withoutData(cause.message)}` : undefined,
    where: stack
      ?.split('\n')
      .filter((line) => /^ {4}at /.test(line))
      .map((line) => line.trim())
      .join(' < '),
  });
}

/** JSON.parse and databases quote what they trip over. */
const withoutData = (message: string): string =>
  message.replace(/"[^"]*"|'[^']*'|\([^)]*\)|\d{4,}/g, '…');
