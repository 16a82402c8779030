import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Account, RoleGrant } from '#yui/identity';
import {
  accessErrors,
  groupBy,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { Membership } from '../facilities/membership.entity.js';
import { Prefecture } from './prefecture.entity.js';
import { PrefectureDesk } from './prefecture-desk.entity.js';

export interface Officer {
  readonly roleGrantId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

export interface PrefectureView extends Prefecture {
  /** The desks it oversees, by code. */
  readonly desks: readonly Pick<Desk, 'id' | 'code' | 'name'>[];
  /** The longest there first. */
  readonly officers: readonly Officer[];
}

/** Prefectures for the platform; and for their officers the desks they oversee and the profiles of the facilities there. */
@Injectable()
export class PrefectureQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All prefectures, by code. @throws ACCESS.NOT_FOUND for everybody but the platform */
  async all(actor: PersonActor): Promise<PrefectureView[]> {
    if (actor.role !== 'PLATFORM_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) => {
      const prefectures = await db.find(Prefecture, { order: { code: 'ASC' } });
      const links = await db.find(PrefectureDesk);
      const desks = await db.find(Desk, { order: { code: 'ASC' } });
      const officersOf = await readOfficers(db);
      const linksOf = groupBy(links, (link) => link.prefectureId);
      return prefectures.map((prefecture) => {
        const ids = new Set((linksOf.get(prefecture.id) ?? []).map((link) => link.deskId));
        const officers = officersOf.get(prefecture.id) ?? [];
        return { ...prefecture, desks: desks.filter((desk) => ids.has(desk.id)), officers };
      });
    });
  }

  /** The desks the officer's prefecture oversees, by code. @throws ACCESS.NOT_FOUND for everybody but an officer */
  async overseenDesks(actor: PersonActor): Promise<Desk[]> {
    if (actor.role !== 'PREFECTURE_OFFICER') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.read(actor, async (db) => {
      const links = await db.findBy(PrefectureDesk, { prefectureId: actor.organisationId });
      return db.find(Desk, { where: { id: In(links.map((link) => link.deskId)) }, order: { code: 'ASC' } });
    });
  }

  /**
   * The facilities registered now with a desk the officer's prefecture oversees, by name: their profiles alone.
   * @throws ACCESS.NOT_FOUND, INPUT.*
   */
  async overseenFacilities(actor: PersonActor, deskId: string, page: PageRequest = {}): Promise<PageOf<Facility>> {
    const rows = async (db: EntityManager) => {
      await requireOverseen(db, actor, deskId);
      const memberships = await db.findBy(Membership, { deskId, leftOn: IsNull() });
      return db
        .createQueryBuilder(Facility, 'facility')
        .where('facility.id = ANY(:ids)', { ids: memberships.map((membership) => membership.facilityId) });
    };
    const order = { by: 'facility.name', kind: 'TEXT', direction: 'ASC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, facilities) => facilities });
  }
}

/** By prefecture. */
async function readOfficers(db: EntityManager): Promise<Map<string, Officer[]>> {
  const grants = await db.find(RoleGrant, {
    where: { role: 'PREFECTURE_OFFICER', revokedAt: IsNull() },
    order: { grantedAt: 'ASC', id: 'ASC' },
  });
  const accounts = await db.findBy(Account, { id: In(grants.map((grant) => grant.accountId)) });
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const officers = new Map<string, Officer[]>();
  for (const { id, accountId, organisationId } of grants) {
    const account = accountOf.get(accountId);
    if (!account) continue;
    const { name, email } = account;
    const others = officers.get(organisationId) ?? [];
    officers.set(organisationId, [...others, { roleGrantId: id, accountId, name, email }]);
  }
  return officers;
}

/** @throws ACCESS.NOT_FOUND unless the actor is an officer of a prefecture that oversees this desk now */
export async function requireOverseen(db: EntityManager, actor: PersonActor, deskId: string): Promise<void> {
  const isOverseen =
    actor.role === 'PREFECTURE_OFFICER' &&
    (await db.existsBy(PrefectureDesk, { prefectureId: actor.organisationId, deskId }));
  if (!isOverseen) throw accessErrors.NOT_FOUND();
}
