import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { CHANGES, QUERIES } from './documents.js';

describe('What the demo asks', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

  it.each(Object.entries({ ...QUERIES, ...CHANGES }))('%s fits the schema', (_name, document) => {
    expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([]);
  });
});
