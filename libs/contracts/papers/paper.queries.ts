import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '#yui/calendar';
import type { PaperKind } from '#yui/papers';
import {
  accessErrors,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  RecordRead,
  Storage,
  UnitOfWork,
} from '#yui/platform';
import { ownContracts } from '../contract/contract.access.js';
import { namedToday } from '../overview/named-today.js';
import { Paper } from './paper.entity.js';
import { paperErrors } from './paper.errors.js';

/** What the source keys of papers of invoices begin with. */
const OF_INVOICE = 'invoice:';

/** By what the law wants papers to be found again (電子帳簿保存法): date, amount and partner; and by order and kind. */
export interface PaperFilter {
  readonly workOrderId?: string | null;
  readonly kinds?: readonly PaperKind[] | null;
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly minYen?: number | null;
  readonly maxYen?: number | null;
  /** A part of the name of either side. */
  readonly partner?: string | null;
}

/**
 * The papers an organisation may see: a desk those of its orders, others those they send or get. So a buyer in 契約型 never
 * sees an order to a facility, and a facility never the papers of a buyer. Anyone who opens one is recorded.
 */
@Injectable()
export class PaperQueries {
  private readonly logger = new Logger(PaperQueries.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly storage: Storage,
    private readonly recordRead: RecordRead,
  ) {}

  /** Newest first. */
  async list(actor: PersonActor, filter: PaperFilter, page: PageRequest = {}): Promise<PageOf<Paper>> {
    const rows = (db: EntityManager) => {
      const query = db.createQueryBuilder(Paper, 'paper').where(ownContracts(actor));
      narrow(query, filter);
      return query;
    };
    const order = { by: 'paper.issuedAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, papers) => papers });
  }

  /** By invoice: the paper it went out as, as far as the actor sees it. */
  async ofInvoices(actor: PersonActor, invoiceIds: readonly string[]): Promise<Map<string, Paper>> {
    const keys = invoiceIds.map((id) => `${OF_INVOICE}${id}`);
    const papers = await this.unitOfWork.read(actor, async (db) =>
      db.findBy(Paper, { sourceKey: In(keys), ...ownContracts(actor) }),
    );
    return new Map(papers.map((paper) => [paper.sourceKey.slice(OF_INVOICE.length), paper]));
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<Paper> {
    const paper = await this.unitOfWork.read(actor, async (db) => db.findOneBy(Paper, { id, ...ownContracts(actor) }));
    if (!paper) throw accessErrors.NOT_FOUND();
    return paper;
  }

  /** The paper to be read as a page. @throws ACCESS.NOT_FOUND */
  async open(actor: PersonActor, id: string): Promise<Paper> {
    const paper = await this.get(actor, id);
    await this.record(actor, paper, 'paper.read');
    return paper;
  }

  /**
   * The file, exactly as it was made: bytes that differ from their hash are never handed over.
   * @throws ACCESS.NOT_FOUND, PAPER.NOT_READY, Error when the file is gone or was changed
   */
  async download(actor: PersonActor, id: string): Promise<{ paper: Paper; pdf: Uint8Array }> {
    const paper = await this.get(actor, id);
    if (paper.storageKey === null) throw paperErrors.NOT_READY();
    const pdf = await this.storage.get(paper.storageKey);
    if (pdf === null || createHash('sha256').update(pdf).digest('hex') !== paper.sha256) {
      this.logger.error({ msg: pdf === null ? 'paper file is gone' : 'paper file was changed', paperId: id });
      throw new Error(`the file of paper ${id} is not what was issued`);
    }
    await this.record(actor, paper, 'paper.download');
    return { paper, pdf };
  }

  private async record(actor: PersonActor, { id, deskId, kind, number }: Paper, action: string): Promise<void> {
    await this.recordRead.execute(actor, action, { deskId, subjectType: 'Paper', subjectId: id }, { kind, number });
  }
}

function narrow(query: SelectQueryBuilder<Paper>, filter: PaperFilter): void {
  const { workOrderId, kinds, from, to, minYen, maxYen, partner } = filter;
  if (workOrderId) query.andWhere('paper.workOrderId = :workOrderId', { workOrderId });
  if (kinds) query.andWhere('paper.kind = ANY(:kinds)', { kinds });
  if (from) query.andWhere('paper.issuedOn >= :from', { from });
  if (to) query.andWhere('paper.issuedOn <= :to', { to });
  if (typeof minYen === 'number') query.andWhere('paper.amountYen >= :minYen', { minYen });
  if (typeof maxYen === 'number') query.andWhere('paper.amountYen <= :maxYen', { maxYen });
  if (partner) {
    query.andWhere(
      `(strpos(yui_fold(paper.data #>> '{issuer,name}'), yui_fold(:partner)) > 0
        OR strpos(yui_fold(paper.data #>> '{recipient,name}'), yui_fold(:partner)) > 0
        OR ${namedToday('paper.issuer_id', 'paper.recipient_id')})`,
      { partner },
    );
  }
}
