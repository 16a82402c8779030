import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  accessErrors,
  groupBy,
  type PageOf,
  type PageRequest,
  type PersonActor,
  readPage,
  requireDesk,
  UnitOfWork,
} from '#yui/platform';
import { Invoice } from '../invoices/invoice.entity.js';
import {
  payableAccountOf,
  type TransferCandidate,
  transferCandidates,
  type TransferObstacle,
} from './transfer-candidates.js';
import { TransferClient } from './transfer-client.entity.js';
import { TransferItem } from './transfer-item.entity.js';
import { TransferRecord } from './transfer-record.entity.js';
import { TransferRun } from './transfer-run.entity.js';
import { type TransferRunAction, transferRunTransitions } from './transfer-run.transitions.js';

export type RecordOfRun = TransferRecord & {
  readonly items: readonly (TransferItem & { readonly number: string })[];
};

/** What a desk needs to make files for its bank. */
export interface TransferSettings {
  readonly client: TransferClient | null;
  /** Why the account of the desk cannot stand in a file; null: it can. */
  readonly obstacle: TransferObstacle | null;
}

/** Files of transfers of a desk. Nobody else sees them. */
@Injectable()
export class TransferQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND */
  async settings(actor: PersonActor): Promise<TransferSettings> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const account = await payableAccountOf(db, deskId, deskId);
      return {
        client: await db.findOneBy(TransferClient, { deskId }),
        obstacle: typeof account === 'string' ? account : null,
      };
    });
  }

  /** What the desk has still to pay on payment notices, what is due first before. @throws ACCESS.NOT_FOUND */
  async candidates(actor: PersonActor): Promise<TransferCandidate[]> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => transferCandidates(db, deskId, null));
  }

  /** Newest first. @throws ACCESS.NOT_FOUND */
  async page(actor: PersonActor, page: PageRequest): Promise<PageOf<TransferRun>> {
    const deskId = requireDesk(actor);
    const rows = (db: EntityManager) =>
      db.createQueryBuilder(TransferRun, 'run').where('run.deskId = :deskId', { deskId });
    const order = { by: 'run.madeAt', kind: 'INSTANT', direction: 'DESC' } as const;
    return readPage(this.unitOfWork, actor, page, { rows, order, show: async (_, runs) => runs });
  }

  /** @throws ACCESS.NOT_FOUND */
  async get(actor: PersonActor, id: string): Promise<TransferRun> {
    const deskId = requireDesk(actor);
    const run = await this.unitOfWork.read(actor, async (db) => db.findOneBy(TransferRun, { id, deskId }));
    if (!run) throw accessErrors.NOT_FOUND();
    return run;
  }

  /** Of these runs of the acting desk, in the order of the file. */
  async recordsOf(actor: PersonActor, runIds: readonly string[]): Promise<RecordOfRun[]> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.read(actor, async (db) => {
      const records = await db.find(TransferRecord, {
        where: { runId: In([...runIds]), deskId },
        order: { runId: 'ASC', position: 'ASC' },
      });
      const items = await db
        .createQueryBuilder(TransferItem, 'item')
        .innerJoin(Invoice, 'invoice', 'invoice.id = item.invoiceId')
        .where('item.runId = ANY(:runIds) AND item.deskId = :deskId', { runIds, deskId })
        .orderBy('invoice.number')
        .addSelect('invoice.number', 'number')
        .getRawAndEntities<{ number: string }>();
      const named = items.entities.map((item, index) => ({ ...item, number: items.raw[index]!.number }));
      const itemsOf = groupBy(named, ({ runId, position }) => `${runId} ${position}`);
      return records.map((record) => ({
        ...record,
        items: itemsOf.get(`${record.runId} ${record.position}`) ?? [],
      }));
    });
  }

  /** The file as it was made; the audit says who took it. @throws ACCESS.NOT_FOUND */
  async download(actor: PersonActor, id: string): Promise<{ run: TransferRun; file: Buffer }> {
    const deskId = requireDesk(actor);
    return this.unitOfWork.run(actor, async (tx) => {
      const run = await tx.get(TransferRun, { id, deskId });
      const [row] = await tx.manager.query<[{ file: Buffer }]>('SELECT file FROM transfer_run WHERE id = $1', [id]);
      await tx.audit(
        'transferRun.download',
        { deskId, subjectType: 'TransferRun', subjectId: id },
        { sha256: run.sha256 },
      );
      return { run, file: row.file };
    });
  }

  availableActions(actor: PersonActor, run: TransferRun): TransferRunAction[] {
    return transferRunTransitions.availableActions(run.status, actor);
  }
}
