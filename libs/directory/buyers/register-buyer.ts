import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkFields,
  checkValues,
  difference,
  type PersonActor,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Buyer, type BuyerKind } from './buyer.entity.js';
import { buyerErrors } from './buyer.errors.js';
import { Department } from './department.entity.js';
import { DeskBuyer } from './desk-buyer.entity.js';

const LONGEST_NAME = 100;

export interface RegisterBuyerInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly kind: BuyerKind;
  /** 部局・課; of a government office only. */
  readonly departments?: readonly string[] | null;
}

/** Takes up a buyer the product does not know yet, for the acting desk. Its first person is invited next. */
@Injectable()
export class RegisterBuyer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, BUYER.NAME_TAKEN, BUYER.NO_DEPARTMENTS, BUYER.DEPARTMENT_TAKEN */
  async execute(actor: PersonActor, input: RegisterBuyerInput): Promise<{ buyerId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    const { name, departments } = checkFields({
      name: () => requireLine('name', input.name, LONGEST_NAME),
      departments: () => checkDepartments(input),
    });
    const deskId = actor.organisationId;
    return this.unitOfWork.command('registerBuyer', actor, input, async (tx) => {
      await requireNewName(tx, deskId, name);
      const buyerId = tx.newId();
      const { kind } = input;
      // A short name that can be told on the telephone; nobody has to think of one.
      const code = `B${randomBytes(4).toString('hex').toUpperCase()}`;
      await tx.manager.insert(Buyer, { id: buyerId, code, kind, name });
      await tx.manager.insert(DeskBuyer, { deskId, buyerId });
      for (const department of departments) {
        await tx.manager.insert(Department, { id: tx.newId(), buyerId, name: department });
      }
      const fact = { deskId, subjectType: 'Buyer', subjectId: buyerId };
      await tx.audit('registerBuyer', fact, difference(null, { name, kind, departments }));
      return { buyerId };
    });
  }
}

function checkDepartments({ departments, kind }: Pick<RegisterBuyerInput, 'departments' | 'kind'>): string[] {
  if (departments?.length && kind !== 'GOVERNMENT') throw buyerErrors.NO_DEPARTMENTS().at('departments');
  const seen = new Set<string>();
  return checkValues('departments', departments ?? [], (path, department) => {
    const name = requireDepartmentName(path, department);
    if (seen.has(name)) throw buyerErrors.DEPARTMENT_TAKEN({ name }).at(path);
    seen.add(name);
    return name;
  });
}

/** @throws INPUT.* */
export function requireDepartmentName(path: string, name: string): string {
  return requireLine(path, name, LONGEST_NAME);
}

async function requireNewName(tx: Transaction, deskId: string, name: string): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`buyers of ${deskId}`]);
  const [row] = await tx.manager.query<object[]>(
    `SELECT 1 FROM buyer JOIN desk_buyer ON desk_buyer.buyer_id = buyer.id
     WHERE desk_id = $1 AND lower(normalize(name, NFKC)) = lower(normalize($2, NFKC))`,
    [deskId, name],
  );
  if (row) throw buyerErrors.NAME_TAKEN({ name }).at('name');
}
