/**
 * Whether an element leaves anything behind when it goes: listeners on what outlives it, timers, nodes. A terminal shows
 * ten thousand sessions between two restarts.
 */
import { fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { scope, settled } from './scope.ts';

type Kept = Map<string, number>;
const lasting: readonly EventTarget[] = [window, document, document.documentElement, document.body];

/** Counts what is registered and not yet withdrawn while it watches. */
function watchRegistrations(): { readonly kept: Kept; stop(): void } {
  const kept: Kept = new Map();
  const proto = EventTarget.prototype;
  const { addEventListener, removeEventListener } = proto;
  const timers = new Map<unknown, string>();
  const { setInterval: setNative, clearInterval: clearNative } = window;
  const live = new Map<EventTarget, Map<string, Set<unknown>>>();

  const watched = (target: EventTarget): boolean =>
    lasting.includes(target) ||
    target instanceof MediaQueryList ||
    target instanceof VisualViewport;
  const listeners = (target: EventTarget, id: string): Set<unknown> => {
    const ids = live.get(target) ?? new Map<string, Set<unknown>>();
    live.set(target, ids);
    const set = ids.get(id) ?? new Set();
    ids.set(id, set);
    return set;
  };
  const idOf = (type: string, options: unknown): string =>
    `${type}${options === true || (options as AddEventListenerOptions | undefined)?.capture ? ' (capture)' : ''}`;
  const recount = (): void => {
    kept.clear();
    for (const [target, ids] of live)
      for (const [id, set] of ids)
        if (set.size) kept.set(`${target.constructor.name} ${id}`, set.size);
    if (timers.size) kept.set('intervals', timers.size);
  };

  proto.addEventListener = function (type, listener, options): void {
    const target = (this as EventTarget | undefined) ?? window;
    if (watched(target) && listener) {
      const set = listeners(target, idOf(type, options));
      const signal = typeof options === 'object' ? options.signal : undefined;
      if (!signal?.aborted) set.add(listener);
      if (signal)
        addEventListener.call(signal, 'abort', () => {
          set.delete(listener);
          recount();
        });
      if (typeof options === 'object' && options.once)
        addEventListener.call(target, type, () => void set.delete(listener), options);
      recount();
    }
    addEventListener.call(target, type, listener, options);
  };
  proto.removeEventListener = function (type, listener, options): void {
    const target = (this as EventTarget | undefined) ?? window;
    listeners(target, idOf(type, options)).delete(listener);
    recount();
    removeEventListener.call(target, type, listener, options);
  };
  window.setInterval = ((handler: TimerHandler, ...rest: [number?, ...unknown[]]) => {
    const id = setNative(handler, ...rest);
    timers.set(id, '');
    recount();
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = (id) => {
    timers.delete(id);
    recount();
    clearNative(id);
  };

  return {
    kept,
    stop() {
      Object.assign(proto, { addEventListener, removeEventListener });
      Object.assign(window, { setInterval: setNative, clearInterval: clearNative });
    },
  };
}

/** Shows and removes `content` fifty times, `use` in between, and fails when anything of it stays. */
export async function leavesNoTrace(
  content: TemplateResult,
  use: (element: Element) => void | Promise<void> = () => {},
): Promise<void> {
  const once = async (): Promise<WeakRef<Element>> => {
    const around = await scope(html`${content}`, { terminal: true });
    const element = around.firstElementChild as Element;
    await use(element);
    await settled(around);
    fixtureCleanup();
    return new WeakRef(element);
  };
  await once(); // what is made once and kept for good is no leak
  await nextFrame();
  const nodes = document.querySelectorAll('*').length;
  const registrations = watchRegistrations();
  const refs: WeakRef<Element>[] = [];
  try {
    for (let i = 0; i < 50; i++) refs.push(await once());
    await nextFrame();
    const left = [...registrations.kept].map(([what, count]) => `${count} × ${what}`);
    if (left.length) throw new Error(`left behind after 50 visits: ${left.join(', ')}`);
  } finally {
    registrations.stop();
  }
  const more = document.querySelectorAll('*').length - nodes;
  if (more > 0) throw new Error(`${more} nodes left behind in the page after 50 visits`);
  // With --expose-gc: nothing holds on to the elements either.
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) return;
  await new Promise((resolve) => setTimeout(resolve));
  gc();
  const alive = refs.filter((ref) => ref.deref()).length;
  if (alive > 5) throw new Error(`${alive} of 50 removed elements are still held by something`);
}
