// `mulin-pack form`: what a person would see of a form with these answers, and whether they could hand it in.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { model, tellMistake } from './pack-files.mjs';

const text = { type: 'string' };
const options = {
  ...{ data: text, schema: text, uischema: text, locale: text, today: text },
  json: { type: 'boolean' },
};

/** What to print as `{ text }`, `{ mistakes }` of the form, or `{ problem }`: what was not understood. */
export async function form(words) {
  const { evaluate, elementsOf } = await model('form/index');
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const { definition, mistakes } = await definitionIn(positionals, values);
    if (mistakes) return { mistakes };
    const answers = values.data === undefined ? {} : readJson(values.data);
    const state = evaluate(definition, answers, await contextIn(values));
    const report = {
      elements: [...elementsOf(state.root)].filter(({ written }) => written).map(told),
      verdict: verdictTold(state.verdict),
    };
    return { text: values.json ? JSON.stringify(report, null, 2) : tell(report) };
  } catch (error) {
    return { problem: error.message };
  }
}

/** A form in one file, with or without what a pack wants beside; or a schema and a UI schema in two. */
async function definitionIn([file, ...more], { schema, uischema }) {
  const pair = { id: 'pair', version: 1 };
  if (more.length > 0) throw new Error('one form at a time');
  if (file === undefined) {
    if (schema === undefined) throw new Error('name the file of a form, or --schema');
    const screens = uischema === undefined ? {} : { uischema: readJson(uischema) };
    return { definition: { ...pair, schema: readJson(schema), ...screens } };
  }
  const definition = readJson(file);
  if (definition?.schema !== undefined && definition.id === undefined)
    return { definition: { ...pair, ...definition } };
  const [{ shapeMistakes }, { FormDefinition }] = await Promise.all([
    model('pack-shape'),
    model('form/definition'),
  ]);
  const mistakes = shapeMistakes(FormDefinition, definition);
  if (mistakes.length === 0) return { definition };
  return { mistakes: mistakes.map((mistake) => tellMistake('', { file, ...mistake })) };
}

async function contextIn({ locale = 'zh-CN', today }) {
  const { isDate, dateAt } = await model('shared/dates');
  if (!['zh-CN', 'en'].includes(locale)) throw new Error('--locale must be zh-CN or en');
  if (today !== undefined && !isDate(today))
    throw new Error('--today must be a date like 2026-12-11');
  return { locale, today: today ?? dateAt(Date.now(), 'Asia/Shanghai') };
}

const told = (element) => {
  const { at, ui, kind, path, label, description, visible, enabled, readonly } = element;
  const { required, requiredNow, options: choices, value, errors } = element;
  return {
    ...{ at, type: ui.type, scope: ui.scope, kind, path, label },
    ...(description && { description }),
    ...{ visible, enabled, readonly, required, requiredNow, options: choices, value },
    errors: errors.map(({ sentence }) => sentence),
  };
};

const verdictTold = ({ ok, answers, errors }) => ({
  ok,
  errors: errors.map(({ path, label, keyword, sentence }) => ({ path, label, keyword, sentence })),
  answers,
});

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

function tell({ elements, verdict }) {
  const lines = elements.map(({ at, type, label, path, visible, enabled, requiredNow, errors }) => {
    const depth = '  '.repeat((at.match(/\/(elements|detail)(?=\/|$)/g) ?? []).length);
    const marks = [
      !visible && 'hidden',
      !enabled && 'disabled',
      requiredNow && 'required',
      ...errors,
    ].filter(Boolean);
    return `${depth}${type} ${label || path || '·'}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`;
  });
  const ending = verdict.ok
    ? ['can be handed in']
    : [
        'cannot be handed in:',
        ...verdict.errors.map(({ path, sentence }) => `  ${path} ${sentence}`),
      ];
  return [...lines, '', ...ending].join('\n');
}
