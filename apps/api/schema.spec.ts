import { readFile } from 'node:fs/promises';
import { comparePolicy } from './policy.guard.js';
import { printPolicy } from './print-policy.js';
import { buildSchema, printApiSchema } from './schema.js';

describe('the schema', () => {
  it('is the one in schema.graphql (npm run schema writes it)', async () => {
    expect(await printApiSchema()).toBe(await readFile('schema.graphql', 'utf8'));
  });

  it('has no operation the policy says nothing about, and the policy grants nothing that is not there', async () => {
    expect(comparePolicy(await buildSchema())).toEqual({ missing: [], needless: [] });
  });

  it('is asked as the grants beside its operations say (npm run schema writes them into policy.ts)', async () => {
    expect(printPolicy()).toBe(await readFile('apps/api/policy.ts', 'utf8'));
  });

  it('leads from an assignment to no work order', async () => {
    const fields = (await buildSchema()).getType('Assignment');
    expect(JSON.stringify(fields?.toConfig())).not.toMatch(/"WorkOrder!?"/);
  });
});
