/** Elements on a page as it is served: inside a scope, in a theme, drawn and settled. */
import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/ui/scope.ts';
import type { MulinScope } from '../../src/ui/scope.ts';

export const themes = ['standard', 'elder', 'contrast', 'elder contrast'] as const;

export interface Ground {
  readonly theme?: string;
  readonly terminal?: boolean;
  readonly lang?: 'zh-CN' | 'en';
}

/** The scope around `content`, ready to be asked. */
export async function scope(content: TemplateResult, ground: Ground = {}): Promise<MulinScope> {
  const element = await fixture<MulinScope>(
    html`<mulin-scope
      theme=${ground.theme ?? 'standard'}
      lang=${ground.lang ?? 'zh-CN'}
      ?terminal=${ground.terminal}
      >${content}</mulin-scope
    >`,
  );
  await settled(element);
  return element;
}

/** The first `selector` inside a scope around `content`. */
export async function inScope<Found extends Element>(
  selector: string,
  content: TemplateResult,
  ground: Ground = {},
): Promise<Found> {
  const found = (await scope(content, ground)).querySelector<Found>(selector);
  if (!found) throw new Error(`no ${selector} in the fixture`);
  return found;
}

/** Waits until everything inside `root` is drawn, nested elements too. */
export async function settled(root: Element): Promise<void> {
  const drawn = root as Element & { readonly updateComplete?: Promise<boolean> };
  await drawn.updateComplete;
  const inside = [...root.children, ...(root.shadowRoot?.children ?? [])];
  await Promise.all(inside.map((child) => settled(child)));
}
