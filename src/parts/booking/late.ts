import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Step } from './flow.ts';

type LateSteps = typeof import('./late-steps.ts');

const early: ReadonlySet<string> = new Set<Step>(['check', 'place', 'time']);

/**
 * Most steps (who comes, the review, the receipt) are fetched by themselves once the first one is drawn, so that it is
 * drawn sooner. They are parts of the same build: a terminal has them without a network.
 */
export class Late implements ReactiveController {
  /** Undefined until they are here. */
  steps: LateSteps | undefined;
  /** They could not be fetched; `bring` tries again. */
  failed = false;

  readonly #host: ReactiveControllerHost;
  #begun = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#begun) void this.bring();
  }

  /** Whether that step can be drawn. */
  has(step: Step | 'receipt'): boolean {
    return this.steps !== undefined || early.has(step);
  }

  async bring(): Promise<void> {
    this.#begun = true;
    this.failed = false;
    try {
      this.steps = await import('./late-steps.ts');
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
    this.#host.requestUpdate();
  }
}
