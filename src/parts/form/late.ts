/**
 * Controls that few forms ask for come with the first question that needs one: a form of names and numbers need not carry a
 * camera. They are parts of the same build, so a terminal has them without a network.
 */
const controls: Readonly<Record<string, () => Promise<unknown>>> = {
  address: () => import('../../ui/address.ts'),
  'id-card': () => import('../../ui/read-card.ts'),
  document: () => import('../../ui/photo.ts'),
  'long-text': () => import('../../ui/long-text.ts'),
  money: () => import('../../ui/money.ts'),
  person: () => import('../../ui/read-card.ts'),
  photo: () => import('../../ui/photo.ts'),
  pick: () => import('../../ui/pick.ts'),
  review: () => import('../../ui/facts.ts'),
  sample: () => import('../../ui/sample.ts'),
  several: () => import('../../ui/several.ts'),
  signature: () => import('../../ui/signature.ts'),
  time: () => import('../../ui/time.ts'),
};

const brought = new Set<string>();

/** Makes sure that the control for a kind of question is there, or will be soon. */
export function bring(kind: string): void {
  if (brought.has(kind)) return;
  brought.add(kind);
  controls[kind]?.().catch((error: unknown) => {
    brought.delete(kind); // the next drawing asks again
    console.error(error);
  });
}
