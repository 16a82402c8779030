import { Injectable } from '@nestjs/common';
import { accessErrors, defineErrors, type PersonActor, requireLine, type Transaction, UnitOfWork } from '#yui/platform';

const errors = defineErrors('DESK', {
  CODE_INVALID: {
    ja: '窓口のコードは、英大文字と数字2〜12文字にしてください（例：KOCHI）。',
    en: 'A desk code is 2 to 12 capital letters and digits, such as KOCHI.',
  },
  CODE_TAKEN: { ja: 'コード「{code}」の窓口は、すでにあります。', en: 'There is a desk with the code {code} already.' },
});

interface DeskName {
  /** What its order numbers begin with. */
  readonly code: string;
  readonly name: string;
}

export interface CreateDeskInput extends DeskName {
  readonly idempotencyKey: string;
}

/** Opens a desk. Its first administrator is invited next, and invites everybody else. */
@Injectable()
export class CreateDesk {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, DESK.CODE_INVALID, DESK.CODE_TAKEN */
  async execute(actor: PersonActor, input: CreateDeskInput): Promise<{ deskId: string }> {
    if (actor.role !== 'PLATFORM_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('createDesk', actor, input, async (tx) => openDesk(tx, input));
  }
}

/** @throws DESK.CODE_INVALID, DESK.CODE_TAKEN, INPUT.* */
export async function openDesk(tx: Transaction, { code, ...input }: DeskName): Promise<{ deskId: string }> {
  if (!/^[A-Z0-9]{2,12}$/.test(code)) throw errors.CODE_INVALID();
  const name = requireLine('name', input.name, 100);
  const deskId = tx.newId();
  const inserted = await tx.manager.query<object[]>(
    'INSERT INTO desk (id, code, name) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id',
    [deskId, code, name],
  );
  if (inserted.length === 0) throw errors.CODE_TAKEN({ code });
  await tx.audit('createDesk', { deskId, subjectType: 'Desk', subjectId: deskId }, { code });
  return { deskId };
}
