import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { accessErrors, difference, type PersonActor, type Transaction, UnitOfWork } from '#yui/platform';
import { Desk } from '../desks/desk.entity.js';
import { Prefecture } from './prefecture.entity.js';
import { PrefectureDesk } from './prefecture-desk.entity.js';

export interface SetOverseenDesksInput {
  readonly prefectureId: string;
  /** All of them; one that is omitted is overseen no more. */
  readonly deskIds: readonly string[];
}

/** Says which desks a prefecture oversees from now on. */
@Injectable()
export class SetOverseenDesks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND also for a desk that is not there */
  async execute(actor: PersonActor, input: SetOverseenDesksInput): Promise<{ prefectureId: string }> {
    if (actor.role !== 'PLATFORM_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.run(actor, async (tx) => {
      const prefecture = await tx.lock(Prefecture, { id: input.prefectureId });
      await changeOverseenDesks(tx, prefecture, input.deskIds);
      return { prefectureId: prefecture.id };
    });
  }
}

/** Each desk that comes or goes has it in its own audit: who may look at its reports is its business. */
export async function changeOverseenDesks(
  tx: Transaction,
  { id: prefectureId }: Prefecture,
  deskIds: readonly string[],
): Promise<void> {
  const wanted = new Set(deskIds);
  if ((await tx.manager.countBy(Desk, { id: In([...wanted]) })) !== wanted.size) throw accessErrors.NOT_FOUND();
  const rows = await tx.manager.findBy(PrefectureDesk, { prefectureId });
  const before = new Set(rows.map((row) => row.deskId));
  const gone = [...before].filter((deskId) => !wanted.has(deskId));
  const come = [...wanted].filter((deskId) => !before.has(deskId));
  if (gone.length > 0) await tx.manager.delete(PrefectureDesk, { prefectureId, deskId: In(gone) });
  await tx.manager.insert(
    PrefectureDesk,
    come.map((deskId) => ({ prefectureId, deskId })),
  );
  for (const deskId of [...gone, ...come].sort()) {
    await tx.audit(
      'setOverseenDesks',
      { deskId, subjectType: 'Prefecture', subjectId: prefectureId },
      difference({ isOverseen: before.has(deskId) }, { isOverseen: wanted.has(deskId) }),
    );
  }
}
