import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DOCUMENTS = path.join('apps', 'api', 'graphql', 'documents');
const GENERATED = path.join('apps', 'web', 'data', 'generated');

/** The scalars of the schema as JSON brings them. */
const SCALARS = {
  ID: 'string',
  DateTime: 'string',
  LocalDate: 'string',
  IdempotencyKey: 'string',
  Yen: 'number',
};

/**
 * Writes what the pages know of the api: `types.ts`, and for each document a module that holds its id and no text. A module
 * of its own for each, so that an id travels with the page that uses it. Files that are as they should be are not touched.
 */
export async function generateDocuments(root) {
  const { codegen } = await import('@graphql-codegen/core');
  const operations = await import('@graphql-codegen/typescript-operations');
  const { buildSchema, parse } = await import('graphql');
  const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));
  const documents = listDocuments(root).map((location) => {
    const text = readFileSync(path.join(root, DOCUMENTS, location), 'utf8');
    return { location, document: parse(text), hash: createHash('sha256').update(text).digest('hex') };
  });
  const types = await codegen({
    filename: 'types.ts',
    schema: parse(readFileSync(path.join(root, 'schema.graphql'), 'utf8')),
    schemaAst: schema,
    documents,
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config: {
      scalars: SCALARS,
      enumsAsTypes: true,
      immutableTypes: true,
      skipTypename: true,
      inputMaybeValue: 'T | null | undefined',
      useTypeImports: true,
    },
  });
  const files = new Map([['types.ts', `${types}\n`]]);
  for (const { location, document, hash } of documents) {
    files.set(`${path.basename(location, '.graphql')}.ts`, moduleOf(document, hash));
  }
  replaceFiles(path.join(root, GENERATED), files);
}

function listDocuments(root) {
  return readdirSync(path.join(root, DOCUMENTS), { recursive: true })
    .filter((name) => name.endsWith('.graphql'))
    .sort();
}

function moduleOf(document, hash) {
  const [{ operation, name }] = document.definitions;
  const kind = operation === 'query' ? 'Query' : 'Mutation';
  const [result, variables] = [`${name.value}${kind}`, `${name.value}${kind}Variables`];
  return `import type { TypedDocument } from '../typed-document.js';
import type { ${result}, ${variables} } from './types.js';

export const ${name.value}: TypedDocument<${result}, ${variables}> = {
  id: 'sha256:${hash}',
  name: '${name.value}',
  isQuery: ${operation === 'query'},
};
`;
}

function replaceFiles(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(path.join(folder, name));
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
