import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

declare global {
  interface Window {
    axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
  }
}

/** Fails with what axe-core found wrong in `element`, in every shadow root below it. */
export async function accessible(element: Element): Promise<void> {
  const { violations } = await window.axe.run(element, {
    // A fragment is not a page: it has no landmarks and no h1.
    rules: { region: { enabled: false }, 'color-contrast-enhanced': { enabled: true } },
  });
  if (violations.length === 0) return;
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`,
  );
  throw new Error(told.join('\n'));
}
