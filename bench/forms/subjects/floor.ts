/** The floor: lit-html and native inputs, no validation, all of it drawn anew with every stroke. */
import { html, render, nothing, type TemplateResult } from 'lit';
import { choices, questions, type Question } from './data.ts';
import { present } from './subject.ts';

const answers: Record<string, unknown> = {};
const root = document.createElement('main');
document.body.append(root);

function put(name: string, value: unknown): void {
  answers[name] = value;
  draw();
}

function input({ name, kind }: Question): TemplateResult {
  const value = answers[name];
  switch (kind) {
    case 'choice':
      return html`<select
        @change=${(event: Event) => put(name, (event.target as HTMLSelectElement).value)}
      >
        <option></option>
        ${choices.map((one) => html`<option ?selected=${one === value}>${one}</option>`)}
      </select>`;
    case 'yes-no':
      return html`<input
        type="checkbox"
        .checked=${value === true}
        @change=${(event: Event) => put(name, (event.target as HTMLInputElement).checked)}
      />`;
    default:
      return html`<input
        type=${kind}
        .value=${(value as string | undefined) ?? ''}
        @input=${(event: Event) => put(name, (event.target as HTMLInputElement).value)}
      />`;
  }
}

function draw(): void {
  render(
    questions.map((question) =>
      question.unless && answers[question.unless] === true
        ? nothing
        : html`<p><label>${question.label} ${input(question)}</label></p>`,
    ),
    root,
  );
}
draw();
present(() => answers);
