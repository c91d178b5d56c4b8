/** JSON Forms with its plain HTML renderers: the same pair. */
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { schema, uischema } from '../subjects/data.ts';
import { present } from '../subjects/subject.ts';

let answers = {};
const root = document.createElement('main');
document.body.append(root);
createRoot(root).render(
  createElement(JsonForms, {
    schema,
    uischema,
    data: {},
    renderers: vanillaRenderers,
    cells: vanillaCells,
    onChange: ({ data }) => (answers = data),
  }),
);
present(() => answers);
