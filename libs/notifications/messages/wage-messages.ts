import { type EntityManager, IsNull } from 'typeorm';
import { fiscalYearLabel } from '#yui/calendar';
import { Facility, Membership } from '#yui/directory';
import { WAGE_EVENTS, WageReturn } from '#yui/wages';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

interface WageReturnFacts {
  readonly wageReturn: WageReturn;
  readonly facility: Facility;
  /** The desks the facility is registered with. */
  readonly deskIds: readonly string[];
}

interface MissingReturnFacts {
  readonly facility: Facility;
  readonly fiscalYear: number;
  /** It was sent in the meantime. */
  readonly isSent: boolean;
}

export const loadWageReturnFacts: LoadFacts<WageReturnFacts> = async (manager, payload) => {
  const wageReturn = await manager.findOneByOrFail(WageReturn, { id: String(payload.wageReturnId) });
  return { wageReturn, ...(await facilityFacts(manager, wageReturn.facilityId)) };
};

export const loadMissingReturnFacts: LoadFacts<MissingReturnFacts> = async (manager, payload) => {
  const facilityId = String(payload.facilityId);
  const fiscalYear = Number(payload.fiscalYear);
  const { facility } = await facilityFacts(manager, facilityId);
  const sent = (['SUBMITTED', 'CHECKED'] as const).map((status) => ({ facilityId, fiscalYear, status }));
  return { facility, fiscalYear, isSent: await manager.existsBy(WageReturn, sent) };
};

async function facilityFacts(
  manager: EntityManager,
  facilityId: string,
): Promise<{ facility: Facility; deskIds: string[] }> {
  const memberships = await manager.find(Membership, {
    where: { facilityId, leftOn: IsNull() },
    order: { registeredAt: 'ASC' },
  });
  return {
    facility: await manager.findOneByOrFail(Facility, { id: facilityId }),
    deskIds: memberships.map(({ deskId }) => deskId),
  };
}

const yearOf = (fiscalYear: number) => fiscalYearLabel(fiscalYear, 'ja');
const toFacility = (facility: Facility) => ({ organisationId: facility.id, path: '/facility/wages' });

/** What happens to a wage return: its desks are told that it waits, its facility what became of it. */
export const wageReturnMessages = {
  [WAGE_EVENTS.submitted]: {
    isStillTrue: ({ wageReturn }) => wageReturn.status === 'SUBMITTED',
    messages: ({ wageReturn, facility, deskIds }) =>
      deskIds.map((deskId) =>
        message(
          { organisationId: deskId, path: `/desk/wages/${wageReturn.id}` },
          {
            subject: `工賃の報告が届きました：${facility.name}`,
            paragraphs: [
              [fact('事業所', facility.name), fact('年度', yearOf(wageReturn.fiscalYear))],
              '内容を見て、確認するか、直してほしいことを書いて差し戻してください。',
            ],
            english: `${facility.name} has sent its wage return of fiscal ${wageReturn.fiscalYear}. Please check it.`,
          },
        ),
      ),
  },
  [WAGE_EVENTS.returned]: {
    isStillTrue: ({ wageReturn }) => wageReturn.status === 'RETURNED',
    messages: ({ wageReturn, facility }) => [
      message(toFacility(facility), {
        subject: `工賃の報告を直してください：${yearOf(wageReturn.fiscalYear)}`,
        paragraphs: [
          `${facility.name} へのお知らせです。`,
          [fact('年度', yearOf(wageReturn.fiscalYear)), fact('直してほしいこと', wageReturn.remark ?? '')],
          '数を直して、もう一度送ってください。',
        ],
        english: `Your wage return of fiscal ${wageReturn.fiscalYear} came back. Please correct it and send it again.`,
      }),
    ],
  },
  [WAGE_EVENTS.checked]: {
    isStillTrue: ({ wageReturn }) => wageReturn.status === 'CHECKED',
    messages: ({ wageReturn, facility }) => [
      message(toFacility(facility), {
        subject: `工賃の報告が確認されました：${yearOf(wageReturn.fiscalYear)}`,
        paragraphs: [
          `${facility.name} へのお知らせです。`,
          [fact('年度', yearOf(wageReturn.fiscalYear))],
          '報告はこれで終わりです。ありがとうございました。',
        ],
        english: `Your wage return of fiscal ${wageReturn.fiscalYear} was checked. Nothing more is to be done.`,
      }),
    ],
  },
} satisfies Record<string, MessageKind<WageReturnFacts>>;

/** A return that is due, or overdue. */
export const missingReturnMessages = {
  [WAGE_EVENTS.missing]: {
    isStillTrue: ({ isSent }) => !isSent,
    messages: ({ facility, fiscalYear }) => [
      message(toFacility(facility), {
        subject: `工賃の報告をお願いします：${yearOf(fiscalYear)}`,
        paragraphs: [
          `${facility.name} へのお知らせです。`,
          [fact('年度', yearOf(fiscalYear))],
          '工賃の報告がまだ届いていません。1枚の画面で入力できます。去年の数が横に出ます。',
        ],
        english: `Your wage return of fiscal ${fiscalYear} has not arrived yet. It is one page.`,
      }),
    ],
  },
} satisfies Record<string, MessageKind<MissingReturnFacts>>;
