import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  accessErrors,
  organisationKindOf,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  UnitOfWork,
} from '#yui/platform';
import { type LetterWay, Notification } from '../inbox/notification.entity.js';
import { letterNumber } from './letter-number.js';
import { LetterParty } from './letter-party.entity.js';

/**
 * TO_PRINT: also what was printed more than a day ago and not sent. OVERTAKEN: printed in the last 30 days, not recorded as sent, and
 * not true any more.
 */
export const LETTER_STATES = ['TO_PRINT', 'PRINTED', 'SENT', 'OVERTAKEN'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

const IS_STALE = `letter.printed_at < yui_now() - interval '1 day'`;
export const IS_TO_PRINT = `letter.status IN ('QUEUED', 'PRINTED') AND (letter.status = 'QUEUED' OR ${IS_STALE})`;
const IS_IN: Readonly<Record<LetterState, string>> = {
  TO_PRINT: IS_TO_PRINT,
  PRINTED: `letter.status IN ('QUEUED', 'PRINTED') AND letter.status = 'PRINTED' AND NOT ${IS_STALE}`,
  SENT: `letter.status = 'SENT'`,
  OVERTAKEN: `letter.status = 'DROPPED' AND letter.printed_at > yui_now() - interval '30 days'`,
};

export interface LetterView {
  readonly id: string;
  /** As it stands on the letter. */
  readonly number: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly workOrderId: string | null;
  readonly subject: string;
  readonly kind: string;
  readonly createdAt: Date;
  readonly state: LetterState;
  readonly printedAt: Date | null;
  readonly printedByName: string | null;
  readonly sentAt: Date | null;
  readonly sentByName: string | null;
  readonly sentWay: LetterWay | null;
  /** How this desk reaches the party; null: it has not said. */
  readonly way: LetterWay | null;
  readonly faxNumber: string | null;
}

/** How one party is reached. */
export type LetterPartyView = Pick<LetterParty, 'way' | 'faxNumber'>;

/** The letters of the acting desk. */
@Injectable()
export class LetterQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Of one state, the oldest first. @throws ACCESS.NOT_FOUND for everybody but a desk */
  async page(actor: PersonActor, state: LetterState, page: PageRequest): Promise<PageOf<LetterView>> {
    if (organisationKindOf(actor.role) !== 'DESK') throw accessErrors.NOT_FOUND();
    const rows = (db: EntityManager) =>
      db
        .createQueryBuilder(Notification, 'letter')
        .where({ deskId: actor.organisationId, channel: 'LETTER' })
        .andWhere(IS_IN[state]);
    const direction = state === 'SENT' ? 'DESC' : 'ASC';
    const order = { by: 'letter.createdAt', kind: 'INSTANT', direction } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (db, found) => show(db, found, state) });
  }

  /** How the acting desk reaches these parties; nothing for those it reaches by mail. */
  async partiesOf(actor: PersonActor, organisationIds: readonly string[]): Promise<Map<string, LetterPartyView>> {
    if (organisationKindOf(actor.role) !== 'DESK') return new Map();
    const rows = await this.unitOfWork.read(actor, async (db) =>
      db.findBy(LetterParty, { deskId: actor.organisationId, organisationId: In([...organisationIds]) }),
    );
    return new Map(rows.map((row) => [row.organisationId, row]));
  }
}

interface NameRow {
  readonly id: string;
  readonly party: string;
  readonly printed_by: string | null;
  readonly sent_by: string | null;
  readonly way: LetterWay | null;
  readonly fax: string | null;
}

async function show(db: EntityManager, letters: readonly Notification[], state: LetterState): Promise<LetterView[]> {
  const rows = await db.query<NameRow[]>(
    `SELECT letter.id, coalesce(facility.name, buyer.name, '') AS party, printer.name AS printed_by, sender.name AS sent_by,
            letter_party.way, coalesce(letter_party.fax_number, profile.fax) AS fax
     FROM notification letter
     LEFT JOIN facility ON facility.id = letter.organisation_id
     LEFT JOIN buyer ON buyer.id = letter.organisation_id
     LEFT JOIN account printer ON printer.id = letter.printed_by
     LEFT JOIN account sender ON sender.id = letter.sent_by
     LEFT JOIN letter_party ON letter_party.desk_id = letter.desk_id
       AND letter_party.organisation_id = letter.organisation_id
     LEFT JOIN business_profile profile ON profile.organisation_id = letter.organisation_id
     WHERE letter.id = ANY($1)`,
    [letters.map(({ id }) => id)],
  );
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return letters.map((letter) => {
    const { id, organisationId, workOrderId, subject, kind, createdAt, printedAt, sentAt, sentWay } = letter;
    const row = rowOf.get(id);
    return {
      ...{ id, organisationId, workOrderId, subject, kind, createdAt, printedAt, sentAt, sentWay, state },
      number: letterNumber(id),
      organisationName: row?.party ?? '',
      printedByName: row?.printed_by ?? null,
      sentByName: row?.sent_by ?? null,
      way: row?.way ?? null,
      faxNumber: row?.fax ?? null,
    };
  });
}
