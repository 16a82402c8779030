import { type EntityManager, IsNull } from 'typeorm';
import { ACCOUNT_OF_FACILITY_EVENTS, BusinessProfile, Desk, Facility, Membership } from '#yui/directory';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

interface AccountFacts {
  readonly facility: Facility;
  readonly profile: BusinessProfile;
  /** The desk that stated the account; null: the facility did. */
  readonly setBy: Desk | null;
  /** The desks the facility is registered with. */
  readonly deskIds: readonly string[];
}

export const loadAccountFacts: LoadFacts<AccountFacts> = async (manager, payload) => {
  const facilityId = String(payload.facilityId);
  const profile = await manager.findOneByOrFail(BusinessProfile, { organisationId: facilityId });
  return {
    facility: await manager.findOneByOrFail(Facility, { id: facilityId }),
    profile,
    setBy: profile.accountSetBy === null ? null : await manager.findOneBy(Desk, { id: profile.accountSetBy }),
    deskIds: await desksOf(manager, facilityId),
  };
};

async function desksOf(manager: EntityManager, facilityId: string): Promise<string[]> {
  const memberships = await manager.find(Membership, {
    where: { facilityId, leftOn: IsNull() },
    order: { registeredAt: 'ASC' },
  });
  return memberships.map(({ deskId }) => deskId);
}

/** Where a facility is paid: it is told of every change, and so is every desk that pays it. The account itself is in no mail. */
export const accountMessages = {
  [ACCOUNT_OF_FACILITY_EVENTS.stated]: {
    isStillTrue: ({ profile }) => profile.accountDisputedAt === null,
    messages: ({ facility, setBy, deskIds }) => {
      const by = setBy?.name ?? facility.name;
      return [
        message(
          { organisationId: facility.id, path: '/facility/settings' },
          {
            subject: '振込先の口座が変わりました',
            paragraphs: [
              `${facility.name} へのお知らせです。`,
              [fact('口座を登録したところ', by)],
              '心当たりがないときは、すぐに「設定」を開いて「自分の口座ではない」を押してください。どの窓口も、その口座には振り込まなくなります。',
            ],
            english: `The bank account you are paid to was changed by ${by}. If it is not yours, say so in the settings at once.`,
          },
        ),
        ...deskIds
          .filter((deskId) => deskId !== setBy?.id)
          .map((deskId) =>
            message(
              { organisationId: deskId, path: `/desk/facilities/${facility.id}` },
              {
                subject: `事業所の振込先の口座が変わりました：${facility.name}`,
                paragraphs: [
                  [fact('事業所', facility.name), fact('口座を登録したところ', by)],
                  setBy === null
                    ? '事業所が自分で登録しました。次の振込から、この口座になります。'
                    : '事業所に電話などで確かめてから、事業所のページで「口座を確かめた」を押してください。それまで、振込データには入りません。',
                ],
                english:
                  setBy === null
                    ? `${facility.name} has stated another bank account.`
                    : `${by} has changed the bank account of ${facility.name}. Ask the facility and confirm it before you pay.`,
              },
            ),
          ),
      ];
    },
  },
  [ACCOUNT_OF_FACILITY_EVENTS.disputed]: {
    isStillTrue: ({ profile }) => profile.accountDisputedAt !== null,
    messages: ({ facility, deskIds }) =>
      deskIds.map((deskId) =>
        message(
          { organisationId: deskId, path: `/desk/facilities/${facility.id}` },
          {
            subject: `振り込まないでください：${facility.name}の口座`,
            paragraphs: [
              [fact('事業所', facility.name)],
              '事業所が、登録されている振込先は自分の口座ではないと知らせました。銀行に送った振込データに入っていれば、銀行に止めてもらってください。正しい口座は、事業所に電話で確かめてください。',
            ],
            english: `${facility.name} says that the stated bank account is not its own. Do not pay into it; stop transfers that are on their way.`,
          },
        ),
      ),
  },
} satisfies Record<string, MessageKind<AccountFacts>>;
