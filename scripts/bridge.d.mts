/** The sample bridge, for tests: what its devices say can be set, right or wrong. */
export function openBridge(options: {
  readonly port?: number;
  readonly origin: string;
  readonly token?: string;
  readonly onSlip?: (slip: unknown) => void;
}): Promise<{
  readonly url: string;
  printer: unknown;
  card: unknown;
  readonly printed: readonly unknown[];
  readonly readers: ReadonlySet<unknown>;
  lay(card?: unknown): void;
  close(): Promise<unknown>;
}>;
