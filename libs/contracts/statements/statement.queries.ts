import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import {
  accessErrors,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  requireDesk,
  UnitOfWork,
} from '#yui/platform';
import { openYenOfInvoices } from '../payments/open-to-pay.js';
import { readWhole } from './import-statement.js';
import {
  foldPayer,
  type MatchProposal,
  type OpenInvoice,
  payersByName,
  type PayersByName,
  proposeMatch,
} from './propose-match.js';
import type { ReadStatement, StatementLayout } from './read-statement.js';
import { StatementLine } from './statement-line.entity.js';

/** OPEN: not all of it was recorded yet. */
export const STATEMENT_LINE_STATES = ['OPEN', 'SETTLED', 'ASIDE'] as const;
export type StatementLineState = (typeof STATEMENT_LINE_STATES)[number];

/** What somebody owes the desk on an invoice. */
export type Receivable = OpenInvoice & { readonly payer: 'BUYER' | 'FACILITY'; readonly dueOn: LocalDate };
export type ProposedLine = StatementLine & { readonly proposal: MatchProposal | null };
export type StatementPreview = ReadStatement & {
  /** As it was said for a file with these headings before. */
  readonly knownLayout: StatementLayout | null;
  readonly newCount: number;
};

const MAX_RECEIVABLES = 1000;

/** Statements of the bank of a desk. Nobody else sees them. */
@Injectable()
export class StatementQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** What an import would bring; nothing is kept. @throws ACCESS.NOT_FOUND, STATEMENT.* */
  async preview(actor: PersonActor, text: string, layout: StatementLayout | null): Promise<StatementPreview> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const { headings } = readWhole(text, layout);
      const [known] = await db.query<{ layout: StatementLayout }[]>(
        `SELECT layout FROM bank_statement WHERE desk_id = $1 AND headings = $2::jsonb ORDER BY imported_at DESC LIMIT 1`,
        [deskId, JSON.stringify(headings)],
      );
      const knownLayout = known?.layout ?? null;
      const read = readWhole(text, layout ?? knownLayout);
      const [row] = await db.query<[{ count: number }]>(
        'SELECT count(*)::integer AS count FROM statement_line WHERE desk_id = $1 AND line_key = ANY($2)',
        [deskId, read.deposits.map(({ key }) => key)],
      );
      return { ...read, knownLayout, newCount: read.deposits.length - row.count };
    });
  }

  /** By day, the newest first, with what each is most likely for. @throws ACCESS.NOT_FOUND */
  async page(actor: PersonActor, status: StatementLineState, page: PageRequest): Promise<PageOf<ProposedLine>> {
    const deskId = requireDesk(actor);
    const rows = (db: EntityManager) =>
      db.createQueryBuilder(StatementLine, 'line').where(`line.deskId = :deskId AND ${CONDITIONS[status]}`, { deskId });
    const order = { by: 'line.paidOn', kind: 'DAY', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, {
      rows,
      order,
      show: async (db, lines) => {
        if (status !== 'OPEN') return lines.map((line) => ({ ...line, proposal: null }));
        const open = await receivables(db, deskId);
        const payersOf = await payersOfDesk(db, deskId);
        return lines.map((line) => {
          const amountYen = line.amountYen - line.settledYen;
          return { ...line, proposal: proposeMatch({ ...line, amountYen }, open, payersOf) };
        });
      },
    });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<ProposedLine> {
    const deskId = requireDesk(actor);
    const line = await this.unitOfWork.read(actor, async (db) => db.findOneBy(StatementLine, { id, deskId }));
    if (!line) throw accessErrors.NOT_FOUND();
    return { ...line, proposal: null };
  }

  /** What is still to come in on invoices, what is due first before; at most 1,000. @throws ACCESS.NOT_FOUND */
  async receivables(actor: PersonActor): Promise<Receivable[]> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => receivables(db, deskId));
  }
}

const CONDITIONS: Readonly<Record<StatementLineState, string>> = {
  OPEN: 'line.settledYen < line.amountYen AND line.setAsideReason IS NULL',
  SETTLED: 'line.settledYen = line.amountYen',
  ASIDE: 'line.setAsideReason IS NOT NULL',
};

export function stateOf(line: StatementLine): StatementLineState {
  if (line.setAsideReason !== null) return 'ASIDE';
  return line.settledYen < line.amountYen ? 'OPEN' : 'SETTLED';
}

async function receivables(db: EntityManager, deskId: string): Promise<Receivable[]> {
  const rows = await db.query<
    { id: string; number: string; payer: Receivable['payer']; payer_id: string; due_on: LocalDate }[]
  >(
    `SELECT invoice.id, invoice.number, invoice.payer, invoice.payer_id, invoice.due_on FROM invoice
     WHERE invoice.payee_id = $1
       AND NOT EXISTS (SELECT 1 FROM invoice newer WHERE newer.corrects_id = invoice.id)
       AND EXISTS (
         SELECT 1 FROM invoice_line JOIN settlement_line line ON line.id = settlement_line_id
         JOIN contract ON contract.id = line.contract_id
         WHERE invoice_line.invoice_id = invoice.id AND contract.status IN ('ISSUED', 'CONCLUDED', 'FULFILLED'))
     ORDER BY invoice.due_on, invoice.id LIMIT $2`,
    [deskId, MAX_RECEIVABLES],
  );
  const openYenOf = await openYenOfInvoices(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      invoiceId: row.id,
      number: row.number,
      payer: row.payer,
      payerId: row.payer_id,
      dueOn: row.due_on,
      openYen: openYenOf.get(row.id) ?? 0,
    }))
    .filter(({ openYen }) => openYen > 0);
}

/** As whom those who owe the desk are known to pay: what they state, and what was matched before. */
async function payersOfDesk(db: EntityManager, deskId: string): Promise<PayersByName> {
  const stated = await db.query<{ name: string; id: string }[]>(
    `SELECT profile.account_holder_kana AS name, profile.organisation_id AS id FROM business_profile profile
     WHERE account_holder_kana IS NOT NULL AND organisation_kind <> 'DESK'
     UNION ALL SELECT buyer.name, buyer.id FROM buyer JOIN desk_buyer ON buyer_id = buyer.id AND desk_id = $1`,
    [deskId],
  );
  const learnt = await db.query<{ folded_name: string; payer_id: string }[]>(
    'SELECT folded_name, payer_id FROM payer_alias WHERE desk_id = $1',
    [deskId],
  );
  return payersByName([
    ...stated.map(({ name, id }) => [foldPayer(name), id] as const),
    ...learnt.map((row) => [row.folded_name, row.payer_id] as const),
  ]);
}
