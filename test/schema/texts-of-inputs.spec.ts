import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
} from 'graphql';
import type { DomainError } from '#yui/platform';
import { inputFaults } from '../../apps/api/graphql/input-faults.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Texts in paragraphs. What is not here stands on one line. */
const PROSE = new Set(
  `answer body decision description detail fault issues measure note question reason remark servicesText specification subcontractExemption terms
   toRedo`.split(/\s+/),
);
/** What no person typed as a text: it is compared with what is known, or has a form of its own that its use case checks. */
const NO_TEXT = new Set(
  `accountNumber action after bankCode before branchCode callbackUrl categoryCode clientCode code contentBase64 currentPassword defaultTypeCode enrolmentToken
   events invitationToken newPassword fax faxNumber nonce partner passkeyResponseJson password path phone postalCode providerKey questionKey registrationCode
   registrationNumber responseJson section sheet snapshotHash subjectType supplierKind token value
   workTypeCode`.split(/\s+/),
);

const codesOf = (error: DomainError | null) => (error?.details.fields ?? []).map(({ code }) => code);

interface TextInput {
  /** Of the operation, then of each field on the way. */
  readonly path: readonly string[];
  readonly document: string;
  readonly variablesWith: (text: string) => Record<string, unknown>;
}

function textsIn(
  type: GraphQLInputType,
  names: readonly string[],
): { path: string[]; fill: (text: string) => unknown }[] {
  if (isNonNullType(type)) return textsIn(type.ofType, names);
  if (isListType(type)) {
    return textsIn(type.ofType, names).map(({ path: at, fill }) => ({ path: at, fill: (text) => [fill(text)] }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) =>
      names.includes(field.name)
        ? []
        : textsIn(field.type, [...names, field.name]).map(({ path: at, fill }) => ({
            path: at,
            fill: (text: string) => ({ [field.name]: fill(text) }),
          })),
    );
  }
  return type.name === 'String' ? [{ path: [...names], fill: (text) => text }] : [];
}

const inputs: TextInput[] = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
  Object.values(root?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((argument) =>
      textsIn(argument.type, [argument.name]).map(({ path: at, fill }) => {
        const selection = 'getFields' in getNamedType(field.type) ? ' { __typename }' : '';
        const kind = root === schema.getQueryType() ? 'query' : 'mutation';
        return {
          path: [field.name, ...at],
          document: `${kind} ($x: ${String(argument.type)}) { ${field.name}(${argument.name}: $x)${selection} }`,
          variablesWith: (text: string) => ({ x: fill(text) }),
        };
      }),
    ),
  ),
);

const sources = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(path.join('libs', file), 'utf8'));

describe('texts of requests', () => {
  it('are many', () => expect(inputs.length).toBeGreaterThan(100));

  it.each(['a\u202Eb', 'a\u0007b', 'x\ud83dy', 'a\u0000b'])('%j is refused in every one of them', (text) => {
    const taken = inputs.filter(
      ({ document, variablesWith }) =>
        !codesOf(inputFaults(schema, parse(document), null, variablesWith(text))).includes('INPUT.TEXT_UNREADABLE'),
    );
    expect(taken.map(({ path: at }) => at.join('.'))).toEqual([]);
  });

  it('are refused as well where they are written into the document', () => {
    const document = parse('mutation { draftWorkOrder(input: { title: "a\\u202Eb" }) { workOrder { id } } }');
    expect(inputFaults(schema, document, null, {})?.details).toMatchObject({
      character: 'U+202E',
      fields: [{ path: 'title', code: 'INPUT.TEXT_UNREADABLE' }],
    });
  });

  it.each(
    [...new Set(inputs.map(({ path: at }) => at.at(-1)!))].filter((name) => !PROSE.has(name) && !NO_TEXT.has(name)),
  )('%s is read as one line by the one who takes it', (name) => {
    const read = new RegExp(`(require|optional)Line\\(\\s*'${name}'|(checkValues|\\btext)\\('${name}'`);
    const asProse = new RegExp(`(require|optional)Text\\(\\s*'${name}'`);
    expect(sources.filter((source) => asProse.test(source))).toEqual([]);
    expect(sources.some((source) => read.test(source))).toBe(true);
  });
});
