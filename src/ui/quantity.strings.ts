import { words } from '../i18n/words.ts';

export const quantityWords = words(
  {
    more: (label: string) => `${label}加一`,
    less: (label: string) => `${label}减一`,
    missing: (label: string) => `请选${label}。`,
  },
  {
    more: (label: string) => `${label}: one more`,
    less: (label: string) => `${label}: one less`,
    missing: (label: string) => `Please choose: ${label}.`,
  },
);
