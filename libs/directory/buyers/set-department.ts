import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { accessErrors, difference, optionalLine, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Buyer } from './buyer.entity.js';
import { buyerErrors } from './buyer.errors.js';
import { Department } from './department.entity.js';
import { DeskBuyer } from './desk-buyer.entity.js';
import { requireDepartmentName } from './register-buyer.js';

export interface AddDepartmentInput {
  readonly idempotencyKey: string;
  readonly buyerId: string;
  readonly name: string;
  readonly invoiceAddressee?: string | null;
}

/** Adds a department (部局・課) to a government office. */
@Injectable()
export class AddDepartment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, BUYER.DEPARTMENT_TAKEN, BUYER.NO_DEPARTMENTS */
  async execute(actor: PersonActor, input: AddDepartmentInput): Promise<{ buyerId: string }> {
    const name = requireDepartmentName('name', input.name);
    const { buyerId } = input;
    return this.unitOfWork.command('addDepartment', actor, input, async (tx) => {
      const deskId = await requireKeeperOfBuyer(tx, actor, buyerId);
      const buyer = await tx.lock(Buyer, { id: buyerId });
      if (buyer.kind !== 'GOVERNMENT') throw buyerErrors.NO_DEPARTMENTS();
      if (await tx.manager.existsBy(Department, { buyerId, name }))
        throw buyerErrors.DEPARTMENT_TAKEN({ name }).at('name');
      const id = tx.newId();
      const invoiceAddressee = addresseeOf(input) ?? null;
      await tx.manager.insert(Department, { id, buyerId, name, invoiceAddressee });
      await tx.audit('addDepartment', { deskId, subjectType: 'Department', subjectId: id }, difference(null, { name }));
      return { buyerId };
    });
  }
}

/** undefined: nothing is said of it; an empty text takes it away. */
function addresseeOf({ invoiceAddressee }: { invoiceAddressee?: string | null }): string | null | undefined {
  if (invoiceAddressee === undefined) return undefined;
  return optionalLine('invoiceAddressee', invoiceAddressee, 100) || null;
}

/** Gives a department another name, or its invoices another addressee; orders it placed show the new one. */
@Injectable()
export class RenameDepartment {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, BUYER.DEPARTMENT_TAKEN */
  async execute(
    actor: PersonActor,
    input: { departmentId: string; name: string; invoiceAddressee?: string | null },
  ): Promise<{ buyerId: string }> {
    const name = requireDepartmentName('name', input.name);
    const id = input.departmentId;
    return this.unitOfWork.run(actor, async (tx) => {
      const department = await tx.get(Department, { id });
      const { buyerId } = department;
      const deskId = await requireKeeperOfBuyer(tx, actor, buyerId);
      await tx.lock(Buyer, { id: buyerId });
      if (await tx.manager.existsBy(Department, { id: Not(id), buyerId, name })) {
        throw buyerErrors.DEPARTMENT_TAKEN({ name }).at('name');
      }
      const said = addresseeOf(input);
      const changed = { name, invoiceAddressee: said === undefined ? department.invoiceAddressee : said };
      await tx.manager.update(Department, { id }, changed);
      const fact = { deskId, subjectType: 'Department', subjectId: id };
      await tx.audit('renameDepartment', fact, difference({ ...department }, changed));
      return { buyerId };
    });
  }
}

/**
 * The departments of a buyer are kept by its own administrators and by those of the desks it orders from.
 * @returns the desk that does it, for the audit
 */
async function requireKeeperOfBuyer(tx: Transaction, actor: PersonActor, buyerId: string): Promise<string | null> {
  const { role, organisationId } = actor;
  if (role === 'BUYER_ADMIN' && organisationId === buyerId) return null;
  const isServed = role === 'DESK_ADMIN' && (await tx.manager.existsBy(DeskBuyer, { deskId: organisationId, buyerId }));
  if (!isServed) throw accessErrors.NOT_FOUND();
  return organisationId;
}
