import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLInputObjectType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from 'graphql';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'));

/**
 * A mutation with its input as `$input`, of whose answer `selection` is read: of what stands in the only field of its
 * payload, or of the payload itself when that has several.
 */
export function mutationText(mutation: string, selection = '{ __typename }'): string {
  const subject = subjectOf(mutation);
  const read = subject === null ? selection : `{ ${subject} ${selection} }`;
  return `mutation ($input: ${inputOf(mutation).name}!) { ${mutation}(input: $input) ${read} }`;
}

/** What `selection` read. */
export function subjectIn<Data>(answer: Readonly<Record<string, unknown>>, mutation: string): Data {
  const subject = subjectOf(mutation);
  const payload = answer[mutation] as Readonly<Record<string, unknown>>;
  return (subject === null ? payload : payload[subject]) as Data;
}

/** The input with a key of its own, if the mutation takes one: each call means something new. */
export function withKey(mutation: string, input: object): object {
  const wantsKey = 'idempotencyKey' in inputOf(mutation).getFields();
  return wantsKey ? { idempotencyKey: randomUUID(), ...input } : input;
}

function inputOf(mutation: string): GraphQLInputObjectType {
  const type = fieldOf(mutation)?.args[0]?.type;
  if (!isNonNullType(type) || !isInputObjectType(type.ofType))
    throw new Error(`No mutation with an input: ${mutation}`);
  return type.ofType;
}

function subjectOf(mutation: string): string | null {
  const payload = getNamedType(fieldOf(mutation)?.type);
  const fields = isObjectType(payload) ? Object.keys(payload.getFields()) : [];
  return fields.length === 1 ? fields[0]! : null;
}

function fieldOf(mutation: string) {
  return SCHEMA.getMutationType()?.getFields()[mutation];
}
