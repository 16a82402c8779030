import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSchema, Kind, parse, type ValidationRule, specifiedRules, validate } from 'graphql';
import { CHANGES, QUERIES } from '../../apps/cli/demo/documents.js';
import { costOf, MAX_COST } from '../../apps/api/graphql/cost.js';
import { formsOf } from '../../apps/api/graphql/document-forms.js';
import { limitOperations, MAX_TOKENS } from '../../apps/api/graphql/limits.js';

const FOLDER = new URL('../../apps/api/graphql/documents/', import.meta.url);
const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const rules: readonly ValidationRule[] = [...specifiedRules, limitOperations(false)];

const documents = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);

describe('a document of ours', () => {
  it.each(Object.entries({ ...documents, ...QUERIES, ...CHANGES }))(
    '%s fits the schema and the limits',
    (_name, text) => {
      const document = parse(text, { maxTokens: MAX_TOKENS });
      expect(validate(schema, document, rules)).toEqual([]);
      const [operation, ...others] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw new Error('not one operation');
      expect(costOf(schema, document, operation, {})).toBeLessThanOrEqual(MAX_COST);
    },
  );

  it.each(Object.keys(documents))('%s is called like its operation', (name) => {
    const [operation] = parse(documents[name] ?? '').definitions;
    const pascal = basename(name, '.graphql').replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    expect(operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value).toBe(pascal);
  });

  it.each(Object.entries(documents))('%s fits the schema and the limits in every form tools send it', (_name, text) => {
    const forms = [...formsOf(text)];
    expect(forms.some((form) => form.includes('__typename'))).toBe(true);
    for (const form of forms) {
      const document = parse(form, { maxTokens: MAX_TOKENS });
      expect(validate(schema, document, rules)).toEqual([]);
      const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
      if (operation === undefined) throw new Error('no operation');
      expect(costOf(schema, document, operation, {})).toBeLessThanOrEqual(MAX_COST);
    }
  });
});
