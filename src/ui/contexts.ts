/** What an element asks of the page around it, through the DOM (community context protocol, @lit/context). */
import { ContextRoot, createContext } from '@lit/context';
import type { CardReader } from '../device/card/contract.ts';
import type { PaymentDesk } from '../device/payment/contract.ts';
import type { Printer } from '../device/printer/contract.ts';
import type { Speaker } from '../device/speech/contract.ts';
import type { Gateway, Notebook } from '../gateway/contract.ts';
import type { Locale } from '../i18n/words.ts';

export const gatewayContext = createContext<Gateway>(Symbol.for('mulin-gateway'));
export const localeContext = createContext<Locale>(Symbol.for('mulin-locale'));
/** Where what is being filled in outlives a reload. Without one, it is gone with the page. */
export const notebookContext = createContext<Notebook | undefined>(Symbol.for('mulin-notebook'));
/** Whether fields bring their own keys on screen (an unattended terminal) or leave that to the system. */
export const keysContext = createContext<'screen' | 'system'>(Symbol.for('mulin-keys'));
/** Where there is paper. Without one, nothing offers to print. */
export const printerContext = createContext<Printer | undefined>(Symbol.for('mulin-printer'));
/** Where something can be said aloud. Without one, captions stand alone. */
export const speakerContext = createContext<Speaker | undefined>(Symbol.for('mulin-speaker'));
/** Where a card can be laid. Without one, numbers are typed. */
export const cardReaderContext = createContext<CardReader | undefined>(
  Symbol.for('mulin-card-reader'),
);

/** What takes money at a counter. Without one, a clerk takes it by hand and says so. */
export const paymentContext = createContext<PaymentDesk | undefined>(Symbol.for('mulin-payment'));

/*
 * Scripts may define mulin-scope after the elements inside it, and then nobody hears what they ask for. Until it is
 * defined, their questions are kept, and asked again when a scope appears.
 */
if (globalThis.document && !customElements.get('mulin-scope')) {
  const early = new ContextRoot();
  early.attach(document.documentElement);
  void customElements.whenDefined('mulin-scope').then(() => early.detach(document.documentElement));
}
