import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLSchema, isObjectType, Kind, parse, validate } from 'graphql';
import { costOf, MAX_COST } from './cost.js';
import { FIELD_COSTS, LIST_SIZES } from './cost-table.js';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

function cost(text: string, variables: Record<string, unknown> = {}, of: GraphQLSchema = schema): number {
  const document = parse(text);
  expect(validate(of, document)).toEqual([]);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return costOf(of, document, operation, variables);
}

describe('costOf', () => {
  it('counts the things of a list, as many as are taken', () => {
    expect(cost('{ workOrders(first: 7) { items { id number buyer { name } } } }')).toBe(7);
    expect(cost('{ workOrders { totalItems items { id } } }')).toBe(50);
    expect(cost('{ workOrders(first: 7) { totalItems } }')).toBe(0);
  });

  it('multiplies what lies in one another', () => {
    expect(cost('{ workOrders(first: 10) { items { lines { id } } } }')).toBe(10 * (1 + 2));
    expect(cost('{ workOrders(first: 10) { items { lines { allocations { shares { units } } } } } }')).toBe(
      10 * (1 + 2 * (1 + 1 * (1 + 5))),
    );
  });

  it('reads the size from variables and from their defaults', () => {
    const taken = 'query ($take: Int! = 20) { workOrders(first: $take) { items { id } } }';
    expect(cost(taken, { take: 3 })).toBe(3);
    expect(cost(taken)).toBe(20);
    const paged = 'query ($take: Int) { workOrders(first: $take) { items { id } } }';
    expect(cost(paged)).toBe(50);
    expect(cost(paged, { take: null })).toBe(50);
  });

  it.each([-5, 0, 'x', null, {}, NaN])('takes %p for no small number', (take) => {
    expect(cost('query ($take: Int!) { workOrders(first: $take) { items { id } } }', { take })).toBeGreaterThanOrEqual(
      50,
    );
  });

  it('counts what a directive may omit, every alias, and fragments where they are used', () => {
    expect(cost('{ workOrders { items @skip(if: true) { id } } }')).toBe(50);
    expect(
      cost('{ a: workOrders { ...page } b: workOrders { ...page } } fragment page on WorkOrderPage { items { id } }'),
    ).toBe(100);
    expect(cost('{ workOrders(first: 2) { ... on WorkOrderPage { ... { items { id } } } } }')).toBe(2);
  });

  it('measures fragments that double eighty times at once, whatever the variables', () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const text = `query ($take: Int!) { ...f0 } ${doubling.join(' ')} fragment f60 on Query {
      workOrders(first: $take) { items { id } } }`;
    const document = parse(text);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    const startedAt = performance.now();
    expect(costOf(schema, document, operation, { take: 1 })).toBe(Number.MAX_SAFE_INTEGER);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('lets a fragment be as long as the page it is used in', () => {
    expect(
      cost(`{ a: workOrders(first: 1) { ...page } b: workOrders(first: 9) { ...page } }
        fragment page on WorkOrderPage { items { id } }`),
    ).toBe(10);
  });

  it('knows what is more than a read', () => {
    expect(cost('{ weekPlan { isOptimal } }')).toBe(500);
    expect(cost('mutation { signOut { isDone } }')).toBe(10);
    expect(cost('mutation ($input: SignInInput!) { signIn(input: $input) { me { name } } }')).toBe(500);
  });

  it('finds a hundred facilities with everything fifteen times over too much', () => {
    const again = Array.from({ length: 15 }, (_, n) => `a${n}: capabilities { id }`).join(' ');
    expect(cost(`{ facilities(first: 100) { items { ${again} workWeek { weekday } } } }`)).toBe(100 * (1 + 15 * 3 + 7));
    expect(MAX_COST).toBeLessThan(100 * (1 + 15 * 3 + 7));
  });
});

describe('the table of costs', () => {
  it('names only fields there are', () => {
    const missing = [...Object.keys(LIST_SIZES), ...Object.keys(FIELD_COSTS)].filter((key) => {
      const [typeName = '', fieldName = ''] = key.split('.');
      const type = schema.getType(typeName);
      return !isObjectType(type) || !(fieldName in type.getFields());
    });
    expect(missing).toEqual([]);
  });
});
