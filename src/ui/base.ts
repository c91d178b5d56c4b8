import { consume } from '@lit/context';
import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import { localeOf, type Locale, type Words } from '../i18n/words.ts';
import { localeContext } from './contexts.ts';

/**
 * Registers a tag once. A second copy of the library on a page is a fact of life: the first one stays, and the console
 * says so; nothing throws (ecosystem: the one global registry is what embedders trip on most).
 */
export function element(tag: string) {
  return <Class extends CustomElementConstructor>(constructor: Class): void => {
    const registry = globalThis.customElements as CustomElementRegistry | undefined;
    if (!registry) return; // imported on a server: nothing to register with
    if (registry.get(tag))
      console.warn(`<${tag}> is defined already; this second copy stays unused.`);
    else registry.define(tag, constructor);
  };
}

/** The ground every element of the house stands on: its language and its way to speak to the page. */
export abstract class MulinElement extends LitElement {
  @consume({ context: localeContext, subscribe: true })
  @state()
  protected scopeLocale: Locale | undefined;

  /** The scope's language; without a scope, the nearest `lang` attribute; then Chinese. */
  get locale(): Locale {
    return (
      this.scopeLocale ??
      localeOf(this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang)
    );
  }

  /** This room's sentences in the present language. */
  protected say<Shape>(words: Words<Shape>): Shape {
    return words[this.locale];
  }

  /** Tells the page what has happened. Returns false where a listener of a cancelable request said no. */
  protected emit<Detail>(
    type: string,
    detail: Detail,
    options: { cancelable?: boolean } = {},
  ): boolean {
    return this.dispatchEvent(
      new CustomEvent(type, {
        detail,
        bubbles: true,
        composed: true,
        ...options,
      }),
    );
  }
}
