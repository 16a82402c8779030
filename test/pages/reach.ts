import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, OperationTypeNode, parse } from 'graphql';

const PAGES = path.join('apps', 'web');
const DOCUMENTS = path.join('apps', 'api', 'graphql', 'documents');
const GENERATED = path.join(PAGES, 'data', 'generated');

/** Where people of one kind begin; the pages that everybody has belong to each of them. */
const ENTRANCES = {
  facility: [
    'facility/routes.ts',
    'account/routes.ts',
    'sign-in/routes.ts',
    'app/inside-shell.tsx',
    'app/base-routes.tsx',
  ],
  desk: ['desk/routes.ts', 'account/routes.ts', 'sign-in/routes.ts', 'app/inside-shell.tsx', 'app/base-routes.tsx'],
  buyer: ['buyer/routes.ts', 'account/routes.ts', 'sign-in/routes.ts', 'app/inside-shell.tsx', 'app/base-routes.tsx'],
  prefecture: [
    'prefecture/routes.ts',
    'account/routes.ts',
    'sign-in/routes.ts',
    'app/inside-shell.tsx',
    'app/base-routes.tsx',
  ],
  platform: [
    'platform/routes.ts',
    'account/routes.ts',
    'sign-in/routes.ts',
    'app/inside-shell.tsx',
    'app/base-routes.tsx',
  ],
} as const;
export type Area = keyof typeof ENTRANCES;
export const AREAS = Object.keys(ENTRANCES) as Area[];

/** What somebody can come to from the entrances of an area. */
export interface Reach {
  /** The text of every source file of the pages, without what the build makes. */
  readonly sources: ReadonlyMap<string, string>;
  /** As in the policy: `Mutation.acceptWork`. */
  readonly operations: ReadonlySet<string>;
}

/** Follows what the pages import, also what they import only when it is needed, to the documents they ask with. */
export function reachOf(area: Area): Reach {
  const sources = new Map<string, string>();
  const operations = new Set<string>();
  const waiting = ENTRANCES[area].map((entrance) => path.join(PAGES, entrance));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (sources.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    sources.set(file, text);
    for (const [, from = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const target = path.join(path.dirname(file), from);
      if (path.dirname(target) === GENERATED) {
        for (const operation of rootFields().get(path.basename(target, '.js')) ?? []) operations.add(operation);
      } else if (isOwnArea(target, area)) waiting.push(sourceOf(target));
    }
    for (const [, from = ''] of text.matchAll(/new URL\('(\.[^']+\.ts)', import\.meta\.url\)/g)) {
      waiting.push(path.join(path.dirname(file), from));
    }
  }
  return { sources, operations };
}

/** The router joins all areas: what is another's begins at another entrance. */
function isOwnArea(target: string, area: Area): boolean {
  return target.endsWith('.json') || AREAS.every((other) => other === area || !target.endsWith(`${other}/routes.js`))
    ? existsSync(sourceOf(target))
    : false;
}

function sourceOf(target: string): string {
  const bare = target.replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`].find((file) => existsSync(file)) ?? target;
}

let known: Map<string, string[]> | undefined;

/** By the name of the document: what it asks for at the root. */
function rootFields(): ReadonlyMap<string, readonly string[]> {
  known ??= new Map(
    readdirSync(DOCUMENTS, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => [path.basename(name, '.graphql'), rootFieldsOf(path.join(DOCUMENTS, name))]),
  );
  return known;
}

function rootFieldsOf(file: string): string[] {
  return parse(readFileSync(file, 'utf8')).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const type = definition.operation === OperationTypeNode.QUERY ? 'Query' : 'Mutation';
    return definition.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [`${type}.${selection.name.value}`] : [],
    );
  });
}
