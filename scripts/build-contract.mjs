/**
 * Writes dist/results.json: what each command and query answers, and which refusals it knows, as JSON Schema. It is read out
 * of the very types that elements are compiled against (OutcomeOf, ReplyOf), so nobody writes a shape down twice. The hall
 * puts it into /openapi.json.
 *
 *   node scripts/build-contract.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../', import.meta.url));
const asked = `${root}src/asked.ts`;
const text = `
import type { CommandName, OutcomeOf, QueryName, ReplyOf } from './gateway/contract.ts';
export declare const commands: { [Name in CommandName]: OutcomeOf<Name> };
export declare const queries: { [Name in QueryName]: ReplyOf<Name> };
`;

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${root}tsconfig.model.json`, ts.sys.readFile).config,
  ts.sys,
  root,
);
const host = ts.createCompilerHost(options);
const { readFile, fileExists } = host;
host.readFile = (file) => (file === asked ? text : readFile(file));
host.fileExists = (file) => file === asked || fileExists(file);
const program = ts.createProgram([asked], { ...options, noEmit: true }, host);
const checker = program.getTypeChecker();
const source = program.getSourceFile(asked);

/** Named shapes, such as `queue.Board`: each stands once. */
const schemas = {};

function schemaOf(type) {
  const { flags } = type;
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
  if (flags & ts.TypeFlags.Null) return { type: 'null' };
  if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
  if (flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral))
    return { const: type.value };
  if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
  if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
  const name = nameOf(type);
  if (!name) return shapeOf(type);
  if (!(name in schemas)) {
    schemas[name] = {}; // a shape may hold itself
    schemas[name] = shapeOf(type);
  }
  return { $ref: `#/components/schemas/${name}` };
}

function shapeOf(type) {
  if (type.isUnion()) return unionOf(type.types);
  // A JSON Schema that travels as data: an OpenAPI reader would take its `$ref` for one of ours.
  if (type.getProperty('$ref')) return { type: 'object' };
  if (checker.isArrayType(type))
    return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
  if (checker.isTupleType(type))
    return { type: 'array', prefixItems: checker.getTypeArguments(type).map(schemaOf) };
  const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  const properties = checker.getPropertiesOfType(type).map((symbol) => {
    const schema = schemaOf(checker.getTypeOfSymbol(symbol));
    const said = ts
      .displayPartsToString(symbol.getDocumentationComment(checker))
      .replace(/\s+/g, ' ');
    return [symbol, said && !said.includes('@') ? { ...schema, description: said } : schema];
  });
  const required = properties
    .filter(([{ flags }]) => !(flags & ts.SymbolFlags.Optional))
    .map(([symbol]) => symbol.name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    ...(properties.length > 0 && {
      properties: Object.fromEntries(properties.map(([{ name }, schema]) => [name, schema])),
    }),
    ...(index && { additionalProperties: schemaOf(index) }),
  };
}

/** `null` is an answer; `undefined` only says that something may be left out. */
function unionOf(types) {
  const some = types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  if (some.every(({ flags }) => flags & ts.TypeFlags.BooleanLiteral) && some.length === 2)
    return { type: 'boolean' };
  if (some.every((one) => one.isStringLiteral() || one.isNumberLiteral()))
    return { enum: some.map(({ value }) => value) };
  const [first, ...others] = some.map(schemaOf);
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

/** The name somebody gave to a shape of objects in src/model, behind the name of its part. */
function nameOf(type) {
  const symbol = type.aliasSymbol ?? type.symbol;
  const file = symbol?.declarations?.[0]?.getSourceFile().fileName ?? '';
  const [, part] = /\/src\/model\/([^/]+)\//.exec(file) ?? [];
  const isPlain = !type.aliasTypeArguments?.length && /^[A-Z]\w*$/.test(symbol?.name ?? '');
  return part && isPlain ? `${part}.${symbol.name}` : undefined;
}

/** The member of an outcome with this status, and in it the type of a field. */
function fieldIn(outcome, status, field) {
  const member = outcome.types.find((one) => {
    const said = checker.getTypeOfSymbol(one.getProperty('status'));
    return said.isStringLiteral() && said.value === status;
  });
  return checker.getTypeOfSymbol(member.getProperty(field));
}

function refusalsIn(outcome) {
  const code = checker.getTypeOfSymbol(fieldIn(outcome, 'refused', 'refusal').getProperty('code'));
  return (code.isUnion() ? code.types : [code])
    .map(({ value }) => value)
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function answersOf(name, status, field) {
  const laws = checker.getTypeOfSymbol(declared.find((one) => one.name === name));
  return Object.fromEntries(
    checker.getPropertiesOfType(laws).map((law) => {
      const outcome = checker.getTypeOfSymbol(law);
      const answers = schemaOf(fieldIn(outcome, status, field));
      return [law.name, { answers, refusals: refusalsIn(outcome) }];
    }),
  );
}

const declared = checker.getExportsOfModule(checker.getSymbolAtLocation(source));
const laws = {
  ...answersOf('commands', 'sent', 'result'),
  ...answersOf('queries', 'answer', 'value'),
};
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(`${root}dist/results.json`, JSON.stringify({ laws, schemas }));
