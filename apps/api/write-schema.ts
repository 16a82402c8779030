import { writeFile } from 'node:fs/promises';
import { printApiSchema } from './schema.js';

await writeFile('schema.graphql', await printApiSchema());
