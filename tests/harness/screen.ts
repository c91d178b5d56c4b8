/** What Testing Library finds by role and name, found through every shadow root: as a screen reader hears the page. */
import { userEvent, waitFor, within } from 'storybook/test';

/** Two presses of a main button within this time are one (src/ui/button.ts), in milliseconds. */
const TREMOR = 510;

type Within = ReturnType<typeof within>;

export interface Screen {
  /** Waits for it. `name` is the whole of it, or what a pattern finds in it. */
  find(role: string, name: string | RegExp): Promise<HTMLElement>;
  /** Waits until these words stand on the screen. */
  read(words: RegExp): Promise<void>;
  /** Presses a button, a radio or a checkbox. */
  press(name: string | RegExp, role?: string): Promise<void>;
  /** Writes into a field. */
  type(name: string | RegExp, text: string): Promise<void>;
}

let pressedAt = -Infinity;

export function screenOf(root: HTMLElement): Screen {
  const find = (role: string, name: string | RegExp): Promise<HTMLElement> =>
    see(`${role} «${String(name)}»`, (one) => one.queryAllByRole(role, { name }));

  const see = (what: string, look: (one: Within) => HTMLElement[]): Promise<HTMLElement> =>
    waitFor(
      () => {
        const found = rootsIn(root).flatMap((one) => look(within(one)));
        const visible = found.find((one) => one.checkVisibility());
        if (!visible) throw new Error(`There is no ${what} on the screen.`);
        return visible;
      },
      { timeout: 4000, onTimeout: (error) => error }, // not with the whole page in it
    );

  return {
    find,
    async read(words) {
      await see(`«${String(words)}»`, (one) => one.queryAllByText(words));
    },
    async press(name, role = 'button') {
      // First the wait, then the look: what was found before it may have been drawn anew meanwhile.
      const wait = pressedAt + TREMOR - performance.now();
      if (role === 'button' && wait > 0) await new Promise((done) => setTimeout(done, wait));
      const target = await see(`${role} «${String(name)}» to press`, (one) =>
        one.queryAllByRole(role, { name }).filter((it: HTMLElement) => it.ariaDisabled !== 'true'),
      );
      await userEvent.click(target);
      if (role === 'button') pressedAt = performance.now();
    },
    async type(name, text) {
      const field = (await find('textbox', name)) as HTMLInputElement;
      field.focus();
      field.select();
      // The browser's own hand: simulated keys lose their way through shadow roots.
      document.execCommand('insertText', false, text);
    },
  };
}

/** The root itself and every shadow root below it; Testing Library asks no more of them than an element has. */
function rootsIn(root: ParentNode): HTMLElement[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? rootsIn(shadowRoot) : [],
  );
  return [root as HTMLElement, ...inside];
}
