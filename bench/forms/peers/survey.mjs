/** SurveyJS, told the same questions in its own language. */
import { Model } from 'survey-core';
import 'survey-core/survey-core.min.css';
import { renderSurvey } from 'survey-js-ui';
import { choices, questions } from '../subjects/data.ts';
import { present } from '../subjects/subject.ts';

const typeOf = {
  text: { type: 'text', maxLength: 60 },
  number: { type: 'text', inputType: 'number', min: 0 },
  date: { type: 'text', inputType: 'date' },
  choice: { type: 'dropdown', renderAs: 'select', choices },
  'yes-no': { type: 'boolean', renderAs: 'checkbox' },
};
const model = new Model({
  textUpdateMode: 'onTyping',
  elements: questions.map(({ name, label, kind, unless }) => ({
    ...typeOf[kind],
    name,
    title: label,
    ...(unless && { visibleIf: `{${unless}} <> true` }),
  })),
});
const root = document.createElement('main');
document.body.append(root);
renderSurvey(model, root);
present(() => model.data);
