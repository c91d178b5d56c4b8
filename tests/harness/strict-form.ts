/** Runs inside a page whose policy allows the least: fills the page with a form and notes what the policy forbids. */
import '../../src/parts/form/index.ts';
import { everyKind } from './every-kind.ts';

const broken: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  broken.push(`${violatedDirective} ${sample}`),
);
addEventListener('error', ({ message }) => broken.push(message));
addEventListener('unhandledrejection', ({ reason }) => broken.push(String(reason)));

const element = document.createElement('mulin-form');
element.form = everyKind;
element.answers = { rows: [{ name: 'a' }] };
document.body.append(element);
Object.assign(globalThis, { broken, element });
