import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { type LocalDate as BusinessDate, parseLocalDate } from '#yui/calendar';
import { accessErrors } from '#yui/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

function textOf(node: ValueNode, name: string): string {
  if (node.kind !== Kind.STRING) throw new GraphQLError(`${name} must be a string.`, { nodes: node });
  return node.value;
}

function requireTextValue(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string.`);
  return value;
}

function readYen(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new GraphQLError('Yen must be a whole number within ±(2^53 − 1).');
  }
  return value;
}

/** An amount of money: a whole number of yen that JSON and JavaScript hold exactly. */
export const Yen = new GraphQLScalarType<number, number>({
  name: 'Yen',
  description: 'A whole number of yen, within ±(2^53 − 1).',
  serialize: readYen,
  parseValue: readYen,
  parseLiteral: (node) => {
    if (node.kind !== Kind.INT) throw new GraphQLError('Yen must be a whole number.', { nodes: node });
    return readYen(Number(node.value));
  },
});

function readInstant(text: string): Date {
  const instant = INSTANT.test(text) ? new Date(text) : new Date(NaN);
  if (Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime must look like 2026-04-01T09:00:00Z.');
  return instant;
}

/** A moment. Written in UTC, read with any offset. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment as ISO 8601 in UTC, such as `2026-04-01T00:00:00.000Z`.',
  serialize: (value) => {
    if (!(value instanceof Date)) throw new TypeError('DateTime must be a Date.');
    return value.toISOString();
  },
  parseValue: (value) => readInstant(requireTextValue(value, 'DateTime')),
  parseLiteral: (node) => readInstant(textOf(node, 'DateTime')),
});

function readDate(text: string): BusinessDate {
  try {
    return parseLocalDate(text);
  } catch {
    throw new GraphQLError('LocalDate must be a day that exists, written YYYY-MM-DD.');
  }
}

/** A business day in Japan, without time and zone. */
export const LocalDate = new GraphQLScalarType<BusinessDate, string>({
  name: 'LocalDate',
  description: 'A business day in Asia/Tokyo, `YYYY-MM-DD`.',
  serialize: (value) => requireTextValue(value, 'LocalDate'),
  parseValue: (value) => readDate(requireTextValue(value, 'LocalDate')),
  parseLiteral: (node) => readDate(textOf(node, 'LocalDate')),
});

function readId(text: string): string {
  if (!UUID.test(text)) throw accessErrors.NOT_FOUND();
  return text.toLowerCase();
}

/** Names one thing. A text that cannot be an id is the id of nothing, and answered like any other thing not there. */
export const Id = new GraphQLScalarType<string, string>({
  name: 'ID',
  description: 'Names one thing. A text that cannot be an id is answered like the id of something that is not there.',
  serialize: (value) => requireTextValue(value, 'ID'),
  parseValue: (value) => readId(requireTextValue(value, 'ID')),
  parseLiteral: (node) => readId(textOf(node, 'ID')),
});

const MIN_KEY_CHARACTERS = 8;
const MAX_KEY_CHARACTERS = 200;

function readKey(text: string): string {
  if (text.length < MIN_KEY_CHARACTERS || text.length > MAX_KEY_CHARACTERS) {
    throw new GraphQLError(`IdempotencyKey must have ${MIN_KEY_CHARACTERS} to ${MAX_KEY_CHARACTERS} characters.`);
  }
  return text;
}

/** Made by the client once for what a person meant once: however often it is sent, it happens once. */
export const IdempotencyKey = new GraphQLScalarType<string, string>({
  name: 'IdempotencyKey',
  description: 'A random text of 8 to 200 characters, new for each thing a person does; a retry sends the same again.',
  serialize: (value) => requireTextValue(value, 'IdempotencyKey'),
  parseValue: (value) => readKey(requireTextValue(value, 'IdempotencyKey')),
  parseLiteral: (node) => readKey(textOf(node, 'IdempotencyKey')),
});
