/** form-js, told the same questions in its own language. */
import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { choices, questions } from '../subjects/data.ts';
import { present } from '../subjects/subject.ts';

const typeOf = {
  text: { type: 'textfield', validate: { maxLength: 60 } },
  number: { type: 'number', validate: { min: 0 } },
  date: { type: 'datetime', subtype: 'date', dateLabel: 'Date' },
  choice: { type: 'select', values: choices.map((one) => ({ value: one, label: one })) },
  'yes-no': { type: 'checkbox' },
};
const root = document.createElement('main');
document.body.append(root);
const form = new Form({ container: root });
let answers = {};
form.on('changed', ({ data }) => (answers = data));
await form.importSchema(
  {
    type: 'default',
    schemaVersion: 16,
    components: questions.map(({ name, label, kind, unless }) => ({
      ...typeOf[kind],
      key: name,
      id: name,
      label,
      ...(unless && { conditional: { hide: `=${unless} = true` } }),
    })),
  },
  {},
);
present(() => answers);
