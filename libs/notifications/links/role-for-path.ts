import { Injectable } from '@nestjs/common';
import { AccountQueries, type PersonCaller, type RoleGrant } from '#yui/identity';
import { type OrganisationKind, organisationKindOf, UnitOfWork } from '#yui/platform';

interface PageRule {
  readonly path: RegExp;
  /** Null: pages of every kind of organisation. */
  readonly kind: OrganisationKind | null;
  /** What the page is about; the role must be able to see it. Null: pages of the role itself. */
  readonly table: string | null;
}

/** Pages by how their path begins; the first that fits counts. */
const PAGES: readonly PageRule[] = [
  { path: /^\/facility\/assignments\/([^/]+)/, kind: 'FACILITY', table: 'assignment' },
  { path: /^\/facility\/calls\/([^/]+)/, kind: 'FACILITY', table: 'call' },
  { path: /^\/facility(?:\/|$)/, kind: 'FACILITY', table: null },
  { path: /^\/buyer\/orders\/(?!new$)([^/]+)/, kind: 'BUYER', table: 'work_order' },
  { path: /^\/buyer\/standing\/([^/]+)/, kind: 'BUYER', table: 'standing_order' },
  { path: /^\/buyer(?:\/|$)/, kind: 'BUYER', table: null },
  { path: /^\/desk\/orders\/([^/]+)/, kind: 'DESK', table: 'work_order' },
  { path: /^\/desk\/calls\/(?!new$)([^/]+)/, kind: 'DESK', table: 'call' },
  { path: /^\/desk\/facilities\/(?!new$|import$)([^/]+)/, kind: 'DESK', table: 'facility' },
  { path: /^\/desk\/standing\/(?!new$)([^/]+)/, kind: 'DESK', table: 'standing_order' },
  { path: /^\/desk(?:\/|$)/, kind: 'DESK', table: null },
  { path: /^\/papers\/([^/]+)/, kind: null, table: 'paper' },
  { path: /^\/prefecture(?:\/|$)/, kind: 'PREFECTURE', table: null },
  { path: /^\/platform(?:\/|$)/, kind: 'PLATFORM', table: null },
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** As what a person can open a link that leads nowhere for the role they act under: they may hold another one. */
@Injectable()
export class RoleForPath {
  constructor(
    private readonly accounts: AccountQueries,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the oldest such role; null: none of theirs opens it, or the session may not act under it */
  async execute({ actor, session }: PersonCaller, path: string): Promise<RoleGrant | null> {
    const page = PAGES.find((each) => each.path.test(path));
    if (!page) return null;
    const id = page.path.exec(path)?.[1] ?? '';
    if (page.table !== null && !UUID.test(id)) return null;
    const [only] = await this.unitOfWork.read(actor, async (db) =>
      db.query<{ only_organisation_id: string | null }[]>('SELECT only_organisation_id FROM session WHERE id = $1', [
        session.id,
      ]),
    );
    const onlyId = only?.only_organisation_id ?? null;
    for (const grant of await this.accounts.grantsOfActor(actor)) {
      const { role, organisationId } = grant;
      if (role === actor.role && organisationId === actor.organisationId) continue;
      if (page.kind !== null && organisationKindOf(role) !== page.kind) continue;
      if (onlyId !== null && organisationId !== onlyId) continue;
      if (page.table === null) return grant;
      // Row-level security says what is seen under the role.
      const found = await this.unitOfWork.read({ ...actor, role, organisationId }, async (db) =>
        db.query<object[]>(`SELECT FROM ${page.table} WHERE id = $1`, [id]),
      );
      if (found.length > 0) return grant;
    }
    return null;
  }
}
