import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DeskBuyer } from '#yui/directory';
import { accessErrors, organisationKindOf, type PersonActor, UnitOfWork } from '#yui/platform';
import { CategoryMapping } from '../categories/category-mapping.entity.js';
import { CategoryMappingEntry } from '../categories/category-mapping-entry.entity.js';
import { DeskRecognition } from './desk-recognition.entity.js';
import { Government } from './government.entity.js';
import { NegotiationLimit } from './negotiation-limit.entity.js';

export interface GovernmentRules {
  readonly buyerId: string;
  /** null: not recorded yet. */
  readonly kind: Government['kind'] | null;
  readonly needsBasis: boolean;
  /** The newest first. */
  readonly limits: readonly NegotiationLimit[];
  readonly recognitions: readonly DeskRecognition[];
  /** The newest version first. */
  readonly categoryMappings: readonly (CategoryMapping & { readonly entries: readonly CategoryMappingEntry[] })[];
}

@Injectable()
export class GovernmentQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** For the government itself and the desks it orders from; a desk sees only its own recognition. @throws ACCESS.NOT_FOUND */
  async rules(actor: PersonActor, buyerId: string): Promise<GovernmentRules> {
    const isDesk = organisationKindOf(actor.role) === 'DESK';
    return this.unitOfWork.read(actor, async (db) => {
      const isSeen = isDesk
        ? await db.existsBy(DeskBuyer, { deskId: actor.organisationId, buyerId })
        : organisationKindOf(actor.role) === 'BUYER' && actor.organisationId === buyerId;
      if (!isSeen) throw accessErrors.NOT_FOUND();
      const mappings = await db.find(CategoryMapping, { where: { buyerId }, order: { version: 'DESC' } });
      const entries = await db.find(CategoryMappingEntry, {
        where: { mappingId: In(mappings.map((mapping) => mapping.id)) },
        order: { categoryCode: 'ASC' },
      });
      const government = await db.findOneBy(Government, { buyerId });
      return {
        buyerId,
        kind: government?.kind ?? null,
        needsBasis: government?.needsBasis ?? false,
        limits: await db.find(NegotiationLimit, { where: { buyerId }, order: { fromOn: 'DESC', workKind: 'ASC' } }),
        recognitions: await db.find(DeskRecognition, {
          where: isDesk ? { buyerId, deskId: actor.organisationId } : { buyerId },
          order: { fromOn: 'DESC', id: 'DESC' },
        }),
        categoryMappings: mappings.map((mapping) => ({
          ...mapping,
          entries: entries.filter((entry) => entry.mappingId === mapping.id),
        })),
      };
    });
  }
}
