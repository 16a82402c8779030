import { readFile } from 'node:fs/promises';
import {
  buildSchema,
  getNamedType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { randomUUID } from 'node:crypto';

/** One operation of the api, ready to be called with the smallest input it takes. */
export interface Operation {
  /** As in the policy: `Query.workOrder`. */
  readonly key: string;
  readonly name: string;
  /** The text, with these ids where a field or argument is called like that. `id` is the id of what the query is named after. */
  text(ids?: Readonly<Record<string, string>>): string;
}

/** Every operation there is, from `schema.graphql`: who adds one adds it to the tests that go through all. */
export async function allOperations(): Promise<Operation[]> {
  const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      key: `${type?.name}.${field.name}`,
      name: field.name,
      text(ids = {}) {
        const args = field.args
          .filter((argument) => isNonNullType(argument.type))
          .map(({ name, type: argumentType }) => {
            const idName = name === 'id' ? `${field.name}Id` : name;
            return `${name}: ${literalOf(argumentType, idName, ids)}`;
          });
        const selection = isObjectType(getNamedType(field.type)) ? ' { __typename }' : '';
        const call = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection}`;
        return `${type?.name.toLowerCase()} { ${call} }`;
      },
    })),
  );
}

const SAMPLES: Readonly<Record<string, () => string>> = {
  Int: () => '1',
  Float: () => '1',
  Yen: () => '1',
  Boolean: () => 'true',
  String: () => '"x"',
  ID: () => JSON.stringify(randomUUID()),
  LocalDate: () => '"2030-04-01"',
  DateTime: () => '"2030-04-01T00:00:00Z"',
  IdempotencyKey: () => JSON.stringify(randomUUID()),
};

function literalOf(type: GraphQLInputType, name: string, ids: Readonly<Record<string, string>>): string {
  if (isNonNullType(type)) return literalOf(type.ofType, name, ids);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type, field.name, ids)}`).join(', ')} }`;
  }
  const id = type.name === 'ID' ? ids[name] : undefined;
  if (id !== undefined) return JSON.stringify(id);
  const sample = SAMPLES[type.name];
  if (!sample) throw new Error(`There is no sample of the scalar ${type.name}`);
  return sample();
}
