/** What a terminal's printer can do, whoever made it. Types only: what stands behind it is chosen by the page. */

/** What is printed: a narrow slip, line by line. It holds all its words; a printer knows none. */
export interface Slip {
  readonly lang: 'zh-CN' | 'en';
  /** What it is, for the list of jobs of a system's printer. Nothing personal. */
  readonly title: string;
  readonly lines: readonly SlipLine[];
}

export type SlipLine =
  | { readonly kind: 'heading'; readonly text: string }
  /** What is read from afar: a ticket's number, a receipt's code. */
  | { readonly kind: 'large'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly label: string; readonly value: string }
  /** Something to tick off with a pen. */
  | { readonly kind: 'check'; readonly text: string; readonly note?: string }
  | { readonly kind: 'qr'; readonly value: string }
  | { readonly kind: 'rule' };

export const printerTroubles = [
  'no-paper',
  'cover-open',
  'jam',
  'too-hot',
  /** Switched off, unplugged, or nobody answers. */
  'offline',
  /** Anything else it says of itself. */
  'fault',
] as const;
export type PrinterTrouble = (typeof printerTroubles)[number];

/** `unknown` where a printer has no sensor for it. */
export type PaperLeft = 'enough' | 'low' | 'unknown';

export type PrinterStatus =
  | { readonly state: 'ready'; readonly paper: PaperLeft }
  | { readonly state: 'trouble'; readonly trouble: PrinterTrouble };

export type Printed =
  /** It lies in the tray: the printer was asked again afterwards. */
  | { readonly status: 'printed'; readonly paper: PaperLeft }
  /** The system has taken it, and does not tell what came of it. */
  | { readonly status: 'handed-over' }
  | {
      readonly status: 'failed';
      readonly trouble: PrinterTrouble;
      /** Something may have come out. */
      readonly begun: boolean;
    };

/** Neither rejects but with the reason of its own aborted signal; all else is an answer. */
export interface Printer {
  status(options?: { readonly signal?: AbortSignal }): Promise<PrinterStatus>;
  /** One at a time. A slip that has begun is not called back. */
  print(slip: Slip): Promise<Printed>;
}
