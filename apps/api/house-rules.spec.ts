import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe as describeSchema } from './graphql/describe.js';
import { ACTION_WORDS, VALUE_WORDS } from './graphql/vocabulary/enums.js';
import { ARGUMENT_WORDS, FIELD_WORDS, TYPE_WORDS } from './graphql/vocabulary/fields.js';
import { buildBareSchema, buildSchema } from './schema.js';

/**
 * Root lists without pages: reference data, what is one person's own, and what one organisation has as many of as it has
 * people, buyers, facilities or dates to come, or a fixed number of groups or proposals. A new root list is a page.
 */
const WITHOUT_PAGES = [
  'activityThemes',
  'apiTokens',
  'auditActions',
  'bankBranches',
  'banks',
  'billables',
  'broughtAlong',
  'buyerToday',
  'buyers',
  'capacityDays',
  'closedYears',
  'comingDates',
  'desks',
  'facilityTypes',
  'feeRules',
  'invitations',
  'journalAccounts',
  'linkedProviders',
  'overseenDesks',
  'passkeys',
  'paymentClocks',
  'people',
  'prefectures',
  'procurementCategories',
  'procurementRules',
  'procurementTargets',
  'publications',
  'qualities',
  'receivables',
  'fairnessLedgers',
  'recordedSources',
  'samplePeople',
  'sessions',
  'signInProviders',
  'suggestWorkTypes',
  'transferCandidates',
  'wageBases',
  'wagePlansOfFacility',
  'wageRules',
  'webhookEvents',
  'webhooks',
  'workTypes',
];

describe('the house rules of the schema', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildSchema();
  });

  const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.values(type?.getFields() ?? {});
  const capitalised = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

  it('a mutation takes nothing, or one input of its own name, and answers a payload of its own name', () => {
    const broken = fieldsOf(schema.getMutationType()).filter(({ name, args, type }) => {
      const takes = args.map((argument) => `${argument.name}: ${String(argument.type)}`).join(', ');
      const own = `input: ${capitalised(name)}Input!`;
      return (takes !== '' && takes !== own) || String(type) !== `${capitalised(name)}Payload!`;
    });
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  it('what is an id is an ID', () => {
    const broken = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInputObjectType(type)
        ? Object.values<{ name: string; type: GraphQLType }>(type.getFields())
            .filter(({ name }) => name === 'id' || /[a-z]Ids?$/.test(name))
            .filter((field) => String(getNamedType(field.type)) !== 'ID')
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(broken).toEqual([]);
  });

  it('a page is items, totalItems, endCursor and hasNextPage, and is asked for by first and after', () => {
    const pages = fieldsOf(schema.getQueryType()).filter(({ type }) => getNamedType(type).name.endsWith('Page'));
    expect(pages.length).toBeGreaterThan(10);
    for (const { name, args, type } of pages) {
      const fields = Object.keys((getNamedType(type) as GraphQLObjectType).getFields());
      expect([name, fields]).toEqual([
        name,
        expect.arrayContaining(['items', 'totalItems', 'endCursor', 'hasNextPage']),
      ]);
      expect([name, args.map((argument) => argument.name)]).toEqual([name, expect.arrayContaining(['first', 'after'])]);
    }
    const others = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && 'totalItems' in type.getFields() && !type.name.endsWith('Page'),
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });

  it('a list at the root is a page, unless it is named here', () => {
    const lists = fieldsOf(schema.getQueryType()).filter(({ type }) =>
      isListType(isNonNullType(type) ? type.ofType : type),
    );
    expect(lists.map(({ name }) => name).filter((name) => !WITHOUT_PAGES.includes(name))).toEqual([]);
  });

  it('what narrows a list is called filter and is an input of that name', () => {
    const broken = fieldsOf(schema.getQueryType()).flatMap(({ name, args }) =>
      args
        .filter((argument) => (argument.name === 'filter') !== getNamedType(argument.type).name.endsWith('FilterInput'))
        .map((argument) => `${name}(${argument.name})`),
    );
    expect(broken).toEqual([]);
  });

  it('an enum takes its values from the code: a table, a list of a lib, or `valuesOf` a union', () => {
    const sources = readdirSync('apps/api', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(path.join('apps/api', file), 'utf8'));
    const enums = sources.flatMap((source) => [...source.matchAll(/\benumType\(\s*'(\w+)',.*?\);/gs)]);
    expect(enums.length).toBeGreaterThan(80);
    expect(enums.filter(([text]) => /,\s*\[\s*'/.test(text)).map(([, name]) => name)).toEqual([]);
  });

  it('everything is described, in a sentence', () => {
    const parts = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => [
        { key: type.name, description: type.description },
        ...(isEnumType(type)
          ? type.getValues().map(({ name, description }) => ({ key: `${type.name}.${name}`, description }))
          : []),
        ...(isObjectType(type) || isInputObjectType(type)
          ? Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()).flatMap((field) => [
              { key: `${type.name}.${field.name}`, description: field.description },
              ...('args' in field ? field.args : []).map(({ name, description }) => ({
                key: `${type.name}.${field.name}(${name})`,
                description,
              })),
            ])
          : []),
      ]);
    expect(parts.length).toBeGreaterThan(3000);
    expect(parts.filter(({ description }) => !description).map(({ key }) => key)).toEqual([]);
    const foreign = /\b(anew|whoever|hears? of|left out|writes? down)\b/i;
    expect(parts.filter(({ description }) => foreign.test(description ?? '')).map(({ key }) => key)).toEqual([]);
  });

  it('no description says nothing but the name', () => {
    const plain = (text: string) => text.toLowerCase().replace(/\b(the|a|an|of|its|this)\b|[^a-z]/g, '');
    const echoes = Object.values(schema.getTypeMap()).flatMap((type) =>
      !type.name.startsWith('__') && (isObjectType(type) || isInputObjectType(type))
        ? Object.values<{ name: string; description?: string | null | undefined }>(type.getFields())
            .filter(({ name, description }) => plain(description ?? '') === plain(name))
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
    expect(echoes).toEqual([]);
  });

  it('every word of the vocabulary is used', async () => {
    const used = new Set<string>();
    const bare = await buildBareSchema();
    describeSchema(bare, (key) => used.add(key));
    const all = [
      ...Object.keys(FIELD_WORDS).map((key) => `FIELD_WORDS.${key}`),
      ...Object.keys(ARGUMENT_WORDS).map((key) => `ARGUMENT_WORDS.${key}`),
      ...Object.keys(TYPE_WORDS).map((key) => `TYPE_WORDS.${key}`),
      ...Object.keys(ACTION_WORDS).map((key) => `ACTION_WORDS.${key}`),
      ...Object.entries(VALUE_WORDS).flatMap(([type, values]) =>
        Object.keys(values).map((value) => `VALUE_WORDS.${type}.${value}`),
      ),
    ];
    expect(all.filter((key) => !used.has(key))).toEqual([]);
  });
});
