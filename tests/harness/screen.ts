/** What Testing Library finds by role and name, found through every shadow root: as a screen reader hears the page. */
import { userEvent, waitFor, within } from 'storybook/test';

/** Two presses of a main button within this time are one (src/ui/button.ts), in milliseconds. */
const TREMOR = 510;

export interface Screen {
  /** Waits for it. `name` is the whole of it, or what a pattern finds in it. */
  find(role: string, name: string | RegExp): Promise<HTMLElement>;
  /** Whether it is there now. */
  has(role: string, name: string | RegExp): boolean;
  /** Presses a button, a radio or a checkbox. */
  press(name: string | RegExp, role?: string): Promise<void>;
  /** Writes into a field. */
  type(name: string | RegExp, text: string): Promise<void>;
}

export function screenOf(root: HTMLElement): Screen {
  let pressedAt = -Infinity;

  const all = (role: string, name: string | RegExp): HTMLElement[] =>
    rootsIn(root)
      .flatMap((one) => within(one).queryAllByRole(role, { name }))
      .filter((one) => one.checkVisibility());
  const find = (role: string, name: string | RegExp): Promise<HTMLElement> =>
    waitFor(
      () => {
        const [found] = all(role, name);
        if (!found) throw new Error(`There is no ${role} «${String(name)}» on the screen.`);
        return found;
      },
      { timeout: 4000 },
    );

  return {
    find,
    has: (role, name) => all(role, name).length > 0,
    async press(name, role = 'button') {
      const target = await find(role, name);
      const wait = pressedAt + TREMOR - performance.now();
      if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      pressedAt = performance.now();
      await userEvent.click(target);
    },
    async type(name, text) {
      const field = await find('textbox', name);
      await userEvent.click(field);
      await userEvent.paste(text);
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
