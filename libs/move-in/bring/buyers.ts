import {
  Buyer,
  type BuyerKind,
  Department,
  DeskBuyer,
  AddDepartment,
  RegisterBuyer,
  RenameDepartment,
} from '#yui/directory';
import { checkFields, type Sentence, type Transaction } from '#yui/platform';
import { In } from 'typeorm';
import { BUYER_KIND_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import { changedFields, type SheetBringer } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface BuyerContent extends RowContent {
  readonly number: string;
  readonly name: string;
  readonly kind: BuyerKind;
}

const KNOWN_BUYER: Sentence = { ja: '登録済みの発注者です。', en: 'The buyer is registered already.' };

/** Buyers: the desk has one of each name, so that a name it knows is that buyer. */
export const buyerBringer: SheetBringer<BuyerContent> = {
  sheet: 'BUYERS',
  keyOf: ({ number }) => number,
  nameOf: ({ name }) => name,
  read: (cells) =>
    checkFields<BuyerContent>({
      number: () => cells.key('number'),
      name: () => cells.line('name', 100),
      kind: () => cells.choice('kind', BUYER_KIND_WORDS),
    }),
  async bring(row) {
    const { tx, unitOfWork, all, content, subjectId } = row;
    const { name, kind } = content;
    if (subjectId !== null) {
      const changed = changedFields(row);
      if (changed.has('name')) throw moveInErrors.NAME_FIXED().at('name');
      if (changed.has('kind')) throw moveInErrors.KIND_FIXED().at('kind');
      return { subjectId };
    }
    const known = await buyerCalled(tx, all.deskId, name);
    if (known && known.kind !== kind) throw moveInErrors.KIND_FIXED().at('kind');
    if (known) return { subjectId: known.id, was: content, note: KNOWN_BUYER };
    const { buyerId } = await new RegisterBuyer(unitOfWork).execute(all.actor, { idempotencyKey: '', name, kind });
    return { subjectId: buyerId };
  },
};

/** As the registration compares names: width and case do not matter. */
async function buyerCalled(tx: Transaction, deskId: string, name: string): Promise<Buyer | null> {
  const served = await tx.manager.findBy(DeskBuyer, { deskId });
  const buyers = await tx.manager.findBy(Buyer, { id: In(served.map(({ buyerId }) => buyerId)) });
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  return buyers.find((buyer) => fold(buyer.name) === fold(name)) ?? null;
}

interface DepartmentContent extends RowContent {
  readonly number: string;
  readonly buyer: string;
  readonly name: string;
}

export const departmentBringer: SheetBringer<DepartmentContent> = {
  sheet: 'DEPARTMENTS',
  keyOf: ({ number }) => number,
  nameOf: ({ name }) => name,
  read: (cells) =>
    checkFields<DepartmentContent>({
      number: () => cells.key('number'),
      buyer: () => cells.key('buyer'),
      name: () => cells.line('name', 100),
    }),
  async bring(row) {
    const { tx, unitOfWork, all, content, subjectId } = row;
    const { name } = content;
    const buyerId = all.idOf('BUYERS', content.buyer, 'buyer');
    if (subjectId !== null) {
      const changed = changedFields(row);
      if (changed.has('buyer')) throw moveInErrors.MOVED({ heading: '発注者' }).at('buyer');
      if (changed.has('name'))
        await new RenameDepartment(unitOfWork).execute(all.actor, { departmentId: subjectId, name });
      return { subjectId };
    }
    const known = await tx.manager.findOneBy(Department, { buyerId, name });
    if (known) return { subjectId: known.id, was: content };
    await new AddDepartment(unitOfWork).execute(all.actor, { idempotencyKey: '', buyerId, name });
    return { subjectId: (await tx.get(Department, { buyerId, name })).id };
  },
};
