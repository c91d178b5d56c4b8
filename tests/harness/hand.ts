/** A hand in front of the screen. */
import { sendMouse } from '@web/test-runner-commands';

export const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Within this time two presses are one (src/ui/button.ts); a test that presses again waits longer. */
export const TREMOR = 510;

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Presses and lets go, in the middle of the element. */
export async function press(element: Element, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await sendMouse({ type: 'click', position: middleOf(element) });
}

/** Presses and stays for `time` milliseconds. */
export async function hold(element: Element, time: number): Promise<void> {
  await sendMouse({ type: 'move', position: middleOf(element) });
  await sendMouse({ type: 'down' });
  await pause(time);
  await sendMouse({ type: 'up' });
}
