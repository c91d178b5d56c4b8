/** mulin-form with the same pair, validation and all. */
import '../../../src/theme/tokens.css';
import '../../../src/parts/form/index.ts';
import { schema, uischema } from './data.ts';
import { present } from './subject.ts';

const form = document.createElement('mulin-form');
Object.assign(form, { schema, uischema });
document.body.append(form);
present(() => form.verdict?.answers);
