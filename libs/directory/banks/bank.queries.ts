import { Injectable } from '@nestjs/common';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { optionalLine, type PersonActor, UnitOfWork } from '#yui/platform';
import { Bank } from './bank.entity.js';
import { BankBranch } from './bank-branch.entity.js';

/** As many as are read at one look; more letters narrow them. */
const MAX_FOUND = 50;
const MAX_TEXT = 60;

/** Banks and their branches, to choose from. */
@Injectable()
export class BankQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Those whose name, kana or code begins so, or whose name holds it; at most 50, by code. */
  async banks(actor: PersonActor, search: string): Promise<Bank[]> {
    return this.unitOfWork.read(actor, async (db) =>
      found(db.createQueryBuilder(Bank, 'bank').where('bank.isCurrent'), 'bank', search),
    );
  }

  async branches(actor: PersonActor, bankCode: string, search: string): Promise<BankBranch[]> {
    return this.unitOfWork.read(actor, async (db) =>
      found(
        db
          .createQueryBuilder(BankBranch, 'branch')
          .where('branch.isCurrent AND branch.bankCode = :bankCode', { bankCode }),
        'branch',
        search,
      ),
    );
  }
}

async function found<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  search: string,
): Promise<Row[]> {
  const wanted = optionalLine('search', search, MAX_TEXT);
  if (wanted !== '') {
    // A name is often typed with what the list omits: みずほ銀行, 高知支店.
    const short = wanted.replace(/(銀行|支店|信用金庫|信用組合|農業協同組合)$/u, '') || wanted;
    query.andWhere(
      `(strpos(yui_fold(${alias}.name), yui_fold(:short)) > 0 OR starts_with(yui_fold(${alias}.kana), yui_fold(:short))
        OR starts_with(${alias}.code, :wanted))`,
      { short, wanted: wanted.normalize('NFKC') },
    );
  }
  return query
    .orderBy(`(yui_fold(${alias}.name) = yui_fold(:exact))`, 'DESC')
    .addOrderBy(`${alias}.code`)
    .setParameter('exact', wanted)
    .limit(MAX_FOUND)
    .getMany();
}

/** A bank and a branch that are open now, with their kana; null: there is no such one. */
export async function openBranch(
  manager: EntityManager,
  bankCode: string,
  branchCode: string,
): Promise<{ bank: Bank; branch: BankBranch } | null> {
  const bank = await manager.findOneBy(Bank, { code: bankCode, isCurrent: true });
  const branch = await manager.findOneBy(BankBranch, { bankCode, code: branchCode, isCurrent: true });
  return bank && branch ? { bank, branch } : null;
}
