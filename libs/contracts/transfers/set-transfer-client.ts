import { Injectable } from '@nestjs/common';
import { type PersonCaller, requireFresh } from '#yui/identity';
import type { RecordEnd } from '#yui/money';
import { accessErrors, difference, inputErrors, UnitOfWork } from '#yui/platform';
import { TransferClient } from './transfer-client.entity.js';

export interface SetTransferClientInput {
  readonly clientCode: string;
  readonly recordEnd: RecordEnd;
}

/** How the bank of the acting desk knows it, and how it wants its files. */
@Injectable()
export class SetTransferClient {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, SIGN_IN.AGAIN, INPUT.NUMBER_OUT_OF_RANGE */
  async execute({ actor, session }: PersonCaller, input: SetTransferClientInput): Promise<{ deskId: string }> {
    if (actor.role !== 'DESK_ADMIN') throw accessErrors.NOT_FOUND();
    requireFresh(session);
    const clientCode = input.clientCode.normalize('NFKC').replace(/[\s-]/g, '');
    if (!/^\d{1,10}$/.test(clientCode)) {
      throw inputErrors.NUMBER_OUT_OF_RANGE({ field: 'clientCode', least: 0, most: 9_999_999_999 }).at('clientCode');
    }
    return this.unitOfWork.run(actor, async (tx) => {
      const deskId = actor.organisationId;
      const before = await tx.manager.findOneBy(TransferClient, { deskId });
      const after = { deskId, clientCode, recordEnd: input.recordEnd };
      await tx.manager.upsert(TransferClient, after, ['deskId']);
      await tx.audit(
        'transferClient.set',
        { deskId, subjectType: 'Desk', subjectId: deskId },
        difference({ ...before }, after),
      );
      return { deskId };
    });
  }
}
