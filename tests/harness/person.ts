/** A person before the screen: reads words, presses what is named, fills in what is asked. Sees through shadow roots. */
import { aTimeout } from '@open-wc/testing';

/** How long a person waits for the screen before walking away, in milliseconds. */
const PATIENCE = 3000;

export interface Person {
  /** Waits until these words stand on the screen. */
  reads(words: string): Promise<void>;
  /** Waits until they are gone. */
  seesNoMore(words: string): Promise<void>;
  /** All that stands on the screen now. */
  screen(): string;
  /** Presses the button of that name: what it says, or is called. */
  presses(name: string): Promise<void>;
  /** Chooses one of the cards under a question. */
  answers(question: string, answer: string): Promise<void>;
  /** Fills in the field with that label. */
  types(label: string, text: string): Promise<void>;
  /** What stands in the field with that label. */
  typed(label: string): string;
  ticks(statement: string): Promise<void>;
}

export function personBefore(root: Element): Person {
  const see = async <Found>(what: string, look: () => Found | undefined): Promise<Found> => {
    for (let waited = 0; waited < PATIENCE; waited += 20) {
      const found = look();
      if (found) return found;
      await aTimeout(20);
    }
    throw new Error(`A person can't find ${what}. On the screen: ${textOf(root)}`);
  };
  const control = (tag: string, label: string) =>
    see(`${tag} «${label}»`, () =>
      all(root).find(
        (one): one is HTMLElement & { value: string; checked: boolean } =>
          one.localName === tag && (one as { label?: string }).label === label,
      ),
    );

  return {
    async reads(words) {
      await see(`«${words}»`, () => textOf(root).includes(words) || undefined);
    },
    async seesNoMore(words) {
      await see(`no «${words}»`, () => !textOf(root).includes(words) || undefined);
    },
    screen: () => textOf(root),
    async presses(name) {
      const button = await see(`a button «${name}»`, () =>
        all(root).find(
          (one): one is HTMLButtonElement =>
            one instanceof HTMLButtonElement &&
            !one.disabled &&
            one.checkVisibility() &&
            nameOf(one) === name,
        ),
      );
      button.click();
    },
    async answers(question, answer) {
      const choice = await control('mulin-choice', question);
      const card = await see(`the answer «${answer}»`, () =>
        all(choice).find(
          (one): one is HTMLElement =>
            one.localName === 'label' && textOf(one).trim().startsWith(answer),
        ),
      );
      card.click();
    },
    async types(label, text) {
      const field = await control('mulin-field', label);
      const input = all(field).find((one) => one instanceof HTMLInputElement);
      if (!(input instanceof HTMLInputElement)) throw new Error(`no input in «${label}»`);
      input.focus();
      input.select();
      document.execCommand('insertText', false, text);
    },
    typed(label) {
      const field = all(root).find(
        (one) => one.localName === 'mulin-field' && (one as { label?: string }).label === label,
      );
      return (field as { value?: string } | undefined)?.value ?? '';
    },
    async ticks(statement) {
      const check = await control('mulin-check', statement);
      all(check)
        .find((one): one is HTMLElement => one instanceof HTMLInputElement)
        ?.click();
    },
  };
}

/** Every element below, shadow roots included, in the order of the page. */
function all(root: Element): Element[] {
  return [...(root.shadowRoot?.children ?? []), ...root.children].flatMap((child) => [
    child,
    ...all(child),
  ]);
}

/** What is written below a node, each text once, slots where they stand. */
function textOf(node: Node): string {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
    return node.assignedNodes().map(textOf).join('');
  }
  if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
  if (node instanceof HTMLElement && node.hidden) return '';
  if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
  const parent = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...parent.childNodes].map(textOf).join('');
}

function nameOf(button: HTMLElement): string {
  const label = button.getAttribute('aria-label');
  return (label ?? [...button.childNodes].map(textOf).join('')).replaceAll(/\s+/g, ' ').trim();
}
