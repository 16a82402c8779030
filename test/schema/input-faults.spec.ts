import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  buildSchema,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql';
import { DateTime, Id, IdempotencyKey, LocalDate, Yen } from '../../apps/api/graphql/scalars.js';
import { inputFaults } from '../../apps/api/graphql/input-faults.js';
import { assertProperty } from '../harness/property.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
// The schema in text form knows the names of our scalars alone.
for (const scalar of [DateTime, Id, IdempotencyKey, LocalDate, Yen]) {
  const type = schema.getType(scalar.name);
  if (isScalarType(type)) Object.assign(type, { parseValue: scalar.parseValue, parseLiteral: scalar.parseLiteral });
}

const GOOD: Readonly<Record<string, unknown>> = {
  String: '封筒',
  Int: 3,
  Float: 0.5,
  Boolean: true,
  ID: '018f0000-0000-7000-8000-000000000000',
  IdempotencyKey: 'a-key-of-this-test',
  LocalDate: '2026-04-01',
  DateTime: '2026-04-01T00:00:00Z',
  Yen: 100,
};
const BAD: Readonly<Record<string, unknown>> = {
  String: 'a\u202eb',
  Int: 'three',
  Float: 'half',
  Boolean: 'yes',
  IdempotencyKey: 'short',
  LocalDate: '2026-02-30',
  DateTime: 'soon',
  Yen: 0.5,
};
const MAX_DEPTH = 4;

interface Made {
  readonly value: unknown;
  readonly spoilt: readonly string[];
}

/** A value of a type, in which `isSpoilt` says of each place whether what stands there is wrong. */
function make(type: GraphQLInputType, path: readonly string[], isSpoilt: () => boolean): Made {
  if (isNonNullType(type)) return make(type.ofType, path, isSpoilt);
  if (isListType(type)) {
    const parts =
      path.length > MAX_DEPTH * 2 ? [] : [0, 1].map((at) => make(type.ofType, [...path, String(at)], isSpoilt));
    return { value: parts.map(({ value }) => value), spoilt: parts.flatMap(({ spoilt }) => spoilt) };
  }
  if (isInputObjectType(type)) {
    const parts = Object.values(type.getFields()).map(
      (field) => [field.name, make(field.type, [...path, field.name], isSpoilt)] as const,
    );
    return {
      value: Object.fromEntries(parts.map(([name, { value }]) => [name, value])),
      spoilt: parts.flatMap(([, { spoilt }]) => spoilt),
    };
  }
  const canBeBad = isEnumType(type) || type.name in BAD;
  const spoil = canBeBad && isSpoilt();
  const good = isEnumType(type) ? type.getValues()[0]?.name : GOOD[type.name];
  const bad = isEnumType(type) ? 'NO_SUCH_VALUE' : BAD[type.name];
  return { value: spoil ? bad : good, spoilt: spoil ? [path.join('.')] : [] };
}

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  args.map(({ type }) => ({
    name,
    type,
    document: parse(`mutation ($given: ${String(type)}) { ${name}(input: $given) { __typename } }`),
  })),
);

describe('what is wrong with the form of an input', () => {
  it('is named for every field of every mutation, at once and with its path within the input', () => {
    assertProperty(
      fc.property(
        fc.constantFrom(...mutations),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
        ({ type, document }, choices) => {
          let next = 0;
          const { value, spoilt } = make(type, [], () => choices[next++ % choices.length]!);
          const error = inputFaults(schema, document, null, { given: value });
          const found = (error?.details.fields ?? []).map(({ path }) => path).sort();
          const expected = [...spoilt].sort();
          if (expected.length <= 50) expect(found).toEqual(expected);
          else expect(found.length).toBe(50);
          expect(error === null).toBe(expected.length === 0);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is named as well where a document holds the values itself, or each in a variable', () => {
    const inline = parse(
      'mutation ($d: LocalDate!) { draftWorkOrder(input: { title: "a\\u202Eb", lines: [{ quantity: 1 }, { specification: "\\u0007", dueOn: $d }] }) { __typename } }',
    );
    const error = inputFaults(schema, inline, null, { d: '2026-02-30' });
    expect(error?.details.fields?.map(({ path }) => path).sort()).toEqual([
      'lines.1.dueOn',
      'lines.1.specification',
      'title',
    ]);
    expect(inputFaults(schema, inline, null, {})?.details.fields?.map(({ path }) => path)).toContain('lines.1.dueOn');
  });

  it('answers an id that cannot be one like anything that is not there', () => {
    const document = parse('query ($id: ID!) { workOrder(id: $id) { title } }');
    expect(inputFaults(schema, document, null, { id: 'no-id' })?.code).toBe('ACCESS.NOT_FOUND');
  });

  it('counts the paths of a filter and of a page from the name of the argument', () => {
    const document = parse(
      'query ($f: WorkOrderFilterInput, $n: Int) { workOrders(filter: $f, first: $n) { endCursor } }',
    );
    const error = inputFaults(schema, document, null, { f: { text: '\u0007', statuses: ['NONE'] }, n: 'many' });
    expect(error?.details.fields?.map(({ path }) => path).sort()).toEqual([
      'filter.statuses.0',
      'filter.text',
      'first',
    ]);
  });
});
