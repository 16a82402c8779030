import { Injectable } from '@nestjs/common';
import {
  accessErrors,
  checkFields,
  defineErrors,
  difference,
  type PersonActor,
  requireLine,
  type Transaction,
  UnitOfWork,
} from '#yui/platform';
import { Prefecture } from './prefecture.entity.js';
import { changeOverseenDesks } from './set-overseen-desks.js';

export const prefectureErrors = defineErrors('PREFECTURE', {
  CODE_INVALID: {
    ja: '都道府県のコードは、英大文字と数字2〜12文字にしてください（例：KOCHI）。',
    en: 'A prefecture code is 2 to 12 capital letters and digits, such as KOCHI.',
  },
  CODE_TAKEN: {
    ja: 'コード「{code}」の都道府県は、すでにあります。',
    en: 'There is a prefecture with the code {code} already.',
  },
  DESK_UNKNOWN: {
    ja: 'コード「{code}」の窓口はありません。',
    en: 'There is no desk with the code {code}.',
  },
});

interface NewPrefecture {
  readonly code: string;
  readonly name: string;
  /** The desks it oversees from the start. */
  readonly deskIds: readonly string[];
}

export interface CreatePrefectureInput extends NewPrefecture {
  readonly idempotencyKey: string;
}

/** Takes up a prefecture. Its officers are invited next; they read the reports of the desks it oversees. */
@Injectable()
export class CreatePrefecture {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ACCESS.NOT_FOUND, INPUT.*, PREFECTURE.CODE_INVALID, PREFECTURE.CODE_TAKEN */
  async execute(actor: PersonActor, input: CreatePrefectureInput): Promise<{ prefectureId: string }> {
    if (actor.role !== 'PLATFORM_ADMIN') throw accessErrors.NOT_FOUND();
    return this.unitOfWork.command('createPrefecture', actor, input, async (tx) => createPrefecture(tx, input));
  }
}

/** @throws PREFECTURE.CODE_INVALID, PREFECTURE.CODE_TAKEN, INPUT.* */
export async function createPrefecture(tx: Transaction, input: NewPrefecture): Promise<{ prefectureId: string }> {
  const { code, name } = checkFields({
    code: () => {
      if (!/^[A-Z0-9]{2,12}$/.test(input.code)) throw prefectureErrors.CODE_INVALID().at('code');
      return input.code;
    },
    name: () => requireLine('name', input.name, 100),
  });
  const prefectureId = tx.newId();
  const inserted = await tx.manager.query<object[]>(
    'INSERT INTO prefecture (id, code, name) VALUES ($1, $2, $3) ON CONFLICT (code) DO NOTHING RETURNING id',
    [prefectureId, code, name],
  );
  if (inserted.length === 0) throw prefectureErrors.CODE_TAKEN({ code }).at('code');
  const fact = { deskId: null, subjectType: 'Prefecture', subjectId: prefectureId };
  await tx.audit('createPrefecture', fact, difference(null, { code, name }));
  await changeOverseenDesks(tx, await tx.get(Prefecture, { id: prefectureId }), input.deskIds);
  return { prefectureId };
}
