/** What stands on the page by role and name, through every shadow root, for tests inside the browser. */
import { settled } from './scope.ts';

const selectors = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox]',
  combobox: '[role=combobox]',
  group: 'fieldset, [role=group]',
  heading: 'h1, h2, h3, h4',
  link: 'a[href]',
  listbox: '[role=listbox]',
  option: '[role=option]',
  radio: 'input[type=radio]',
  textbox: 'input:not([type]), input[type=text], input[type=password], textarea',
} as const;
export type Role = keyof typeof selectors;

const PATIENCE = 3000;

export interface Page {
  /** Waits for it; the first that can be seen. */
  find(role: Role, name: string | RegExp): Promise<HTMLElement>;
  /** All there are now, by name. */
  names(role: Role): string[];
  /** Presses it and waits until all is drawn. */
  press(name: string | RegExp, role?: Role): Promise<void>;
  /** Writes into a text box, in the place of what stands there. */
  type(name: string | RegExp, text: string): Promise<void>;
  /** Waits until these words stand there. */
  read(words: string | RegExp): Promise<void>;
}

export function pageOf(root: Element): Page {
  const all = (role: Role): HTMLElement[] =>
    rootsIn(root).flatMap((one) => [...one.querySelectorAll<HTMLElement>(selectors[role])]);
  const fits = (text: string, name: string | RegExp): boolean =>
    typeof name === 'string' ? text === name : name.test(text);

  const until = async <Found>(what: string, look: () => Found | undefined): Promise<Found> => {
    for (let waited = 0; waited < PATIENCE; waited += 25) {
      await settled(root);
      const found = look();
      if (found !== undefined) return found;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error(
      `There is no ${what} on the page: ${plain(rootsIn(root).map(wordsIn).join(' '))}`,
    );
  };
  const find = (role: Role, name: string | RegExp): Promise<HTMLElement> =>
    until(`${role} «${String(name)}»`, () =>
      all(role).find((one) => one.checkVisibility() && fits(nameOf(one), name)),
    );

  return {
    find,
    names: (role) =>
      all(role)
        .filter((one) => one.checkVisibility())
        .map(nameOf),
    async press(name, role = 'button') {
      (await find(role, name)).click();
      await settled(root);
    },
    async type(name, text) {
      const box = (await find('textbox', name)) as HTMLInputElement;
      box.focus();
      box.select();
      document.execCommand('insertText', false, text);
      await settled(root);
    },
    async read(words) {
      await until(`«${String(words)}»`, () => {
        const text = rootsIn(root).map(wordsIn).join(' ');
        return (typeof words === 'string' ? text.includes(words) : words.test(text)) || undefined;
      });
    },
  };
}

/** The root itself and every shadow root at or below it. */
function rootsIn(root: ParentNode): ParentNode[] {
  const own = root instanceof Element && root.shadowRoot ? rootsIn(root.shadowRoot) : [];
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  );
  return [root, ...own, ...inside];
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label) return plain(label);
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const root = element.getRootNode() as ShadowRoot;
  if (ids.length > 0) return plain(ids.map((id) => wordsIn(root.getElementById(id))).join(' '));
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return plain([...(element.labels ?? [])].map(wordsIn).join(' '));
  return plain(wordsIn(element.querySelector('legend') ?? element));
}

/** What is written in a node; what stands in its slots too. */
function wordsIn(node: Node | null): string {
  if (!node) return '';
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
    return node.assignedNodes().map(wordsIn).join('');
  if (node instanceof HTMLStyleElement) return '';
  if (node instanceof Text) return node.data;
  return [...node.childNodes].map(wordsIn).join('');
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
