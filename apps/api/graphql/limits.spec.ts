import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { limitOperations, MAX_ALIASES, MAX_DEPTH } from './limits.js';

const schema = buildSchema('type Query { again: Query, name: String }');

function codesOf(query: string, isIntrospectionAllowed = false): (string | undefined)[] {
  return validate(schema, parse(query), [limitOperations(isIntrospectionAllowed)]).map(
    (error) => (error.originalError as { code?: string } | undefined)?.code,
  );
}

const nested = (depth: number) => `${'{ again '.repeat(depth - 1)}{ name }${' }'.repeat(depth - 1)}`;
const aliased = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: name`).join(' ');

describe('limitOperations', () => {
  it('lets the deepest allowed nesting through and nothing deeper', () => {
    expect(codesOf(nested(MAX_DEPTH))).toEqual([]);
    expect(codesOf(nested(MAX_DEPTH + 1))).toEqual(['GRAPHQL.TOO_DEEP']);
  });

  it('counts fragments where they are used', () => {
    const query = `${'{ again '.repeat(4)}{ ...deep }${' }'.repeat(4)} fragment deep on Query ${nested(5)}`;
    expect(codesOf(query)).toEqual(['GRAPHQL.TOO_DEEP']);
    expect(codesOf(`{ again { ... on Query ${nested(MAX_DEPTH)} } }`)).toEqual(['GRAPHQL.TOO_DEEP']);
  });

  it('counts aliases, also those that fragments repeat', () => {
    expect(codesOf(`{ ${aliased(MAX_ALIASES)} }`)).toEqual([]);
    expect(codesOf(`{ ${aliased(MAX_ALIASES + 1)} }`)).toEqual(['GRAPHQL.TOO_MANY_ALIASES']);
    const repeated = `{ ...many again { ...many } } fragment many on Query { ${aliased(8)} }`;
    expect(codesOf(repeated)).toEqual(['GRAPHQL.TOO_MANY_ALIASES']);
  });

  it('ends on fragments that contain themselves', () => {
    expect(codesOf('{ ...a } fragment a on Query { ...b } fragment b on Query { again { ...a } }')).toEqual([]);
  });

  it('measures fragments that double twenty times at once', () => {
    const doubling = Array.from(
      { length: 20 },
      (_, index) => `fragment f${index} on Query { ...f${index + 1} x${index}: name ...f${index + 1} }`,
    ).join('\n');
    const startedAt = performance.now();
    expect(codesOf(`{ ...f0 } ${doubling} fragment f20 on Query { last: name }`)).toEqual(['GRAPHQL.TOO_MANY_ALIASES']);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('lets tools ask for the whole schema only where that is allowed', () => {
    const introspection = getIntrospectionQuery();
    expect(codesOf(introspection, true)).toEqual([]);
    expect(codesOf(introspection, false)).toEqual(['GRAPHQL.TOO_DEEP']);
    expect(codesOf(`{ __schema { types { name } } again ${nested(MAX_DEPTH)} }`, true)).toEqual(['GRAPHQL.TOO_DEEP']);
  });
});
