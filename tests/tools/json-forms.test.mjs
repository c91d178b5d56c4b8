/**
 * Forms written for JSON Forms run unchanged: on every example its authors publish, and on endless answers to each, the house
 * says of every element what the core of JSON Forms says: seen or not, enabled or not, required or not, under which label; and of
 * the answers whether they are valid. The example forms are used where they lie, in the package.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import {
  createAjv,
  generateDefaultUISchema,
  mapStateToControlProps,
  mapStateToLayoutProps,
  mapStateToLabelProps,
} from '@jsonforms/core';
import { getExamples } from '@jsonforms/examples';
import { elementsOf, evaluate } from '../../src/model/form/index.ts';
import { answersTo } from '../harness/form-answers.ts';

const ctx = { locale: 'en', today: '2026-12-11' };
const ajv = createAjv();

const examples = getExamples()
  .filter(({ schema }) => schema !== undefined)
  .map(({ name, schema, uischema, data }) => ({
    name,
    schema,
    // A form is data: the one example that brings a function loses it, and its condition is one nobody knows.
    uischema: JSON.parse(JSON.stringify(uischema ?? generateDefaultUISchema(schema))),
    data,
  }));

/** Every element of the UI schema as JSON Forms would draw it, in reading order. */
function* upstream(state, uischema, given = {}, above = true) {
  const ownProps = { uischema, schema: state.jsonforms.core.schema, path: '', ...given };
  if (uischema.type === 'Label') {
    const { text, visible } = mapStateToLabelProps(state, ownProps);
    yield { type: uischema.type, label: text ?? '', visible: above && visible };
  } else if (uischema.scope !== undefined) {
    const { visible, enabled, required, label, path } = mapStateToControlProps(state, ownProps);
    const { type } = uischema;
    yield { type, label: label ?? '', visible: above && visible, enabled, required, path };
  } else {
    const { visible, enabled, label } = mapStateToLayoutProps(state, ownProps);
    yield { type: uischema.type, label: label ?? '', visible: above && visible, enabled };
    for (const child of uischema.elements ?? [])
      yield* upstream(state, child, { enabled }, above && visible);
  }
}

function theirs({ schema, uischema }, data) {
  const validate = ajv.compile(schema);
  const errors = validate(data) ? [] : [...validate.errors];
  const state = { jsonforms: { core: { data, schema, uischema, ajv, errors }, config: {} } };
  return { elements: [...upstream(state, uischema)], ok: errors.length === 0 };
}

function ours(example, data) {
  const { root, verdict } = evaluate({ id: 'pair', version: 1, ...example }, data, ctx);
  const elements = [...elementsOf(root)]
    .filter(({ written, at }) => written && !at.includes('/options/'))
    .map(({ ui, kind, label, visible, enabled, required, path }) => ({
      ...{ type: ui.type, label, visible },
      ...(kind !== 'label' && { enabled }),
      ...(ui.scope !== undefined && { required, path: path.slice(1).replaceAll('/', '.') }),
    }));
  return { elements, ok: verdict.ok };
}

describe('an example form of JSON Forms', () => {
  test('there are many of them', () => {
    assert.ok(examples.length >= 60, `${examples.length} examples`);
  });

  for (const example of examples) {
    test(`${example.name}: every element is as JSON Forms draws it, whatever is answered`, () => {
      for (const data of [example.data, {}, undefined])
        assert.deepEqual(ours(example, data), theirs(example, data), JSON.stringify(data));
      fc.assert(
        fc.property(answersTo(example.schema, example.uischema), (data) => {
          assert.deepEqual(ours(example, data), theirs(example, data));
        }),
        { numRuns: 25 },
      );
    });
  }
});
