import type { Printed, Printer, PrinterStatus, PrinterTrouble, Slip } from './contract.ts';

/** With so many slips left a roll shows its red stripe. */
const LOW = 5;

/** A printer of thin air: for stories, tests and tables without one. What it has printed lies in `tray`. */
export interface SimulatedPrinter extends Printer {
  readonly tray: readonly Slip[];
  /** Slips left on the roll. */
  sheets: number;
  /** What is wrong with it besides paper. */
  trouble: PrinterTrouble | undefined;
}

export function simulatedPrinter(
  given: { readonly sheets?: number; readonly trouble?: PrinterTrouble } = {},
): SimulatedPrinter {
  const tray: Slip[] = [];
  return {
    tray,
    sheets: given.sheets ?? 100,
    trouble: given.trouble,
    async status(): Promise<PrinterStatus> {
      const trouble = this.trouble ?? (this.sheets > 0 ? undefined : 'no-paper');
      if (trouble) return { state: 'trouble', trouble };
      return { state: 'ready', paper: this.sheets > LOW ? 'enough' : 'low' };
    },
    async print(slip): Promise<Printed> {
      const before = await this.status();
      if (before.state === 'trouble')
        return { status: 'failed', trouble: before.trouble, begun: false };
      tray.push(slip);
      this.sheets -= 1;
      return { status: 'printed', paper: this.sheets > LOW ? 'enough' : 'low' };
    },
  };
}
