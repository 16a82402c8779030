import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { ACTION_WORDS, VALUE_WORDS } from './vocabulary/enums.js';
import { ARGUMENT_WORDS, FIELD_WORDS, TYPE_WORDS } from './vocabulary/fields.js';

/**
 * Gives every type, field, argument and value without a description beside it the one of its name. What has none after that
 * fails a test.
 * @param onUse is told the key of each entry of the vocabulary that is used
 */
export function describe(schema: GraphQLSchema, onUse: (key: string) => void = () => undefined): GraphQLSchema {
  const wordsOf = (words: Readonly<Record<string, string>>, list: string, ...keys: string[]): string | null => {
    const key = keys.find((each) => each in words);
    if (key === undefined) return null;
    onUse(`${list}.${key}`);
    return words[key] ?? null;
  };
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    type.description ??= wordsOf(TYPE_WORDS, 'TYPE_WORDS', type.name) ?? inputOf(mutations, type.name);
    if (isEnumType(type)) {
      const words = VALUE_WORDS[type.name] ?? {};
      for (const value of type.getValues()) {
        value.description ??=
          wordsOf(words, `VALUE_WORDS.${type.name}`, value.name) ??
          (type.name.endsWith('Action') ? wordsOf(ACTION_WORDS, 'ACTION_WORDS', value.name) : null);
      }
    }
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    const isRoot = type.name === 'Query' || type.name === 'Mutation';
    for (const field of Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields())) {
      // Of operations each has words of its own.
      if (!isRoot) field.description ??= wordsOf(FIELD_WORDS, 'FIELD_WORDS', `${type.name}.${field.name}`, field.name);
      if (!('args' in field)) continue;
      for (const argument of field.args) {
        argument.description ??= wordsOf(ARGUMENT_WORDS, 'ARGUMENT_WORDS', argument.name);
      }
    }
  }
  return schema;
}

function inputOf(mutations: readonly string[], type: string): string | null {
  const mutation = mutations.find((name) => type === `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
  return mutation === undefined ? null : `What \`${mutation}\` takes.`;
}
