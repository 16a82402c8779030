import { writeFile } from 'node:fs/promises';
import { printPolicy } from './print-policy.js';
import { printApiSchema } from './schema.js';

await writeFile('schema.graphql', await printApiSchema());
await writeFile('apps/api/policy.ts', printPolicy());
