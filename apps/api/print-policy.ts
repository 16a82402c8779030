import { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES, type Grantees, grantOf, type Role, ROLES } from '#yui/platform';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { ALL_CONTROLLERS } from './controllers.js';
import { RESOLVERS } from './resolvers.js';

const OPERATION_KINDS = ['Query', 'Mutation', 'Subscription'];
/** What Nest keeps the path of a route under. */
const PATH_METADATA = 'path';

/** Served by workers alone, where nobody signs in; the api answers it like a page that is not there. */
const OF_NOBODY = ['HealthController.all'];

const GROUPS = { BUYER_ROLES, DESK_ROLES, FACILITY_ROLES };

interface Method {
  readonly key: string;
  readonly grant: Grantees | undefined;
}

/** As `policy.ts` holds it. @throws Error that names what has no grant */
export function printPolicy(): string {
  const methods = [...RESOLVERS.flatMap(operationsOf), ...ALL_CONTROLLERS.flatMap(routesOf)];
  const undecided = methods.filter(({ key, grant }) => grant === undefined && !OF_NOBODY.includes(key));
  if (undecided.length > 0) {
    throw new Error(`Say who may ask for it, with @Grant beside it: ${undecided.map(({ key }) => key).join(', ')}`);
  }
  const lines = methods
    .flatMap(({ key, grant }) => (grant === undefined ? [] : [`  '${key}': ${textOf(grant)},`]))
    .sort();
  const text = lines.join('\n');
  const used = [...Object.keys(GROUPS), 'type Grantees', 'ROLES'].filter(
    (name) => name === 'type Grantees' || new RegExp(`\\b${name}\\b`).test(text),
  );
  return `import { ${used.join(', ')} } from '#yui/platform';

/**
 * Who may do what; what is not here nobody may do. Written by \`npm run schema\` from the grants beside the operations
 * (\`@Grant\`), and enforced as it is here: read every change of it. Whom something may be done to (whose order, whose
 * assignment) is decided where it is read or changed.
 */
export const POLICY: Readonly<Record<string, Grantees>> = {
${text}
};
`;
}

function operationsOf(resolver: { readonly prototype: object }): Method[] {
  return methodsOf(resolver.prototype).flatMap(([name, method]) => {
    const kind = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) as string | undefined;
    if (kind === undefined || !OPERATION_KINDS.includes(kind)) return [];
    const field = Reflect.getMetadata(RESOLVER_NAME_METADATA, method) as string | undefined;
    return [{ key: `${kind}.${field ?? name}`, grant: grantOf(method) }];
  });
}

function routesOf(controller: { readonly name: string; readonly prototype: object }): Method[] {
  return methodsOf(controller.prototype)
    .filter(([, method]) => Reflect.hasMetadata(PATH_METADATA, method))
    .map(([name, method]) => ({ key: `${controller.name}.${name}`, grant: grantOf(method) }));
}

function methodsOf(prototype: object): [string, object][] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { value }]) =>
    typeof value === 'function' && name !== 'constructor' ? [[name, value as object] as [string, object]] : [],
  );
}

/** In the names of `#yui/platform`, so that the whole fits on a line that people can read. */
function textOf(grant: Grantees): string {
  if (grant === 'PUBLIC') return `'PUBLIC'`;
  if (ROLES.every((role) => grant.includes(role))) return 'ROLES';
  const groups = Object.entries<readonly Role[]>(GROUPS).filter(([, roles]) =>
    roles.every((role) => grant.includes(role)),
  );
  const single = ROLES.filter((role) => grant.includes(role) && !groups.some(([, roles]) => roles.includes(role)));
  const [only] = groups;
  if (only && groups.length === 1 && single.length === 0) return only[0];
  return `[${[...groups.map(([name]) => `...${name}`), ...single.map((role) => `'${role}'`)].join(', ')}]`;
}
