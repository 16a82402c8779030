import { type EntityManager, In, IsNull } from 'typeorm';
import { type OrganisationKind, type Role, ROLES, type Transaction } from '#yui/platform';
import { Account } from './account.entity.js';
import { RoleGrant } from './role-grant.entity.js';

/*
 * Organisations are kept by the directory, which stands above this lib. What invitations must know of them is read here
 * and nowhere else: their names, and which of them a desk deals with.
 */

const TABLES: Readonly<Record<OrganisationKind, string | null>> = {
  BUYER: 'buyer',
  DESK: 'desk',
  FACILITY: 'facility',
  PREFECTURE: 'prefecture',
  PLATFORM: null,
};

/** The platform is one organisation and has no row of its own. */
export const PLATFORM_ID = '00000000-0000-0000-0000-000000000000';

/** @returns null when there is none of this kind with this id */
export async function organisationName(
  manager: EntityManager,
  kind: OrganisationKind,
  id: string,
): Promise<string | null> {
  if (kind === 'PLATFORM') return id === PLATFORM_ID ? '結 Yui' : null;
  const table = TABLES[kind];
  if (table === null) return null;
  const [row] = await manager.query<{ name: string }[]>(`SELECT name FROM ${table} WHERE id = $1`, [id]);
  return row?.name ?? null;
}

/**
 * Whether the desk may bring the first people of this buyer or facility in: a buyer that orders from it, a facility that
 * agreed to its registration, or that no other desk ever registered.
 */
export async function mayBringInFor(
  manager: EntityManager,
  deskId: string,
  kind: OrganisationKind,
  id: string,
): Promise<boolean> {
  const [row] = await manager.query<object[]>(
    kind === 'BUYER'
      ? 'SELECT 1 FROM desk_buyer WHERE desk_id = $1 AND buyer_id = $2'
      : `SELECT 1 FROM membership WHERE desk_id = $1 AND facility_id = $2 AND left_on IS NULL
           AND (is_agreed OR NOT EXISTS (SELECT 1 FROM membership other WHERE other.facility_id = $2 AND other.desk_id <> $1))`,
    [deskId, id],
  );
  return row !== undefined && (kind === 'BUYER' || kind === 'FACILITY');
}

export function adminRoleOf(kind: OrganisationKind): Role {
  const role = ROLES.find((candidate) => candidate === `${kind}_ADMIN`);
  return role ?? 'PREFECTURE_OFFICER';
}

/** The people who can sign in as administrators of an organisation. */
export async function adminIdsOf(manager: EntityManager, kind: OrganisationKind, id: string): Promise<string[]> {
  const grants = await manager.findBy(RoleGrant, {
    organisationId: id,
    role: adminRoleOf(kind),
    revokedAt: IsNull(),
  });
  const accounts = await manager.findBy(Account, {
    id: In(grants.map((grant) => grant.accountId)),
    isDisabled: false,
  });
  return accounts.map((account) => account.id);
}

/** Whether the person works for the organisation now. */
export async function worksFor(manager: EntityManager, accountId: string, organisationId: string): Promise<boolean> {
  return manager.existsBy(RoleGrant, { accountId, organisationId, revokedAt: IsNull() });
}

/** Who changes the people of an organisation does it alone: two administrators must not remove each other at once. */
export async function lockPeopleOf(tx: Transaction, organisationId: string): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`people ${organisationId}`]);
}
