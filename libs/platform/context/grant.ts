import { type Role, ROLES } from './actor.js';

/** Who may ask for something: people in these roles, or anybody, also without signing in. */
export type Grantees = readonly Role[] | 'PUBLIC';

const GRANTEES = Symbol('yui:grant');

/**
 * Says beside an operation or a route who may ask for it; without it nobody may. Whom it may be done to (whose order, whose
 * assignment) is decided where it is read or changed. `npm run schema` writes all of them into `apps/api/policy.ts`.
 */
export function Grant(to: 'PUBLIC' | 'SIGNED_IN' | readonly Role[]): MethodDecorator {
  return (_target, _name, descriptor) => {
    Reflect.defineMetadata(GRANTEES, to === 'SIGNED_IN' ? ROLES : to, descriptor.value as object);
  };
}

/** @param handler the method of a resolver or a controller */
export function grantOf(handler: object): Grantees | undefined {
  return Reflect.getMetadata(GRANTEES, handler) as Grantees | undefined;
}
