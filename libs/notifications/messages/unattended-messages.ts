import { type EntityManager, In } from 'typeorm';
import { Desk, Facility } from '#yui/directory';
import { Assignment, COMMITTED_STATES } from '#yui/fulfilment';
import { PEOPLE_LEFT, peopleOf } from '#yui/identity';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind } from './message.js';
import { fact } from './phrases.js';

/** A facility that somebody has left, and the desks that wait for something from it. */
export interface UnattendedFacts {
  readonly facility: Facility;
  readonly isAttended: boolean;
  readonly desks: readonly { readonly desk: Desk; readonly open: number }[];
}

export const loadUnattendedFacts: LoadFacts<UnattendedFacts> = async (manager, payload) => {
  const facility = await manager.findOneByOrFail(Facility, { id: String(payload.facilityId) });
  return {
    facility,
    isAttended: (await peopleOf(manager, [facility.id])).length > 0,
    desks: await desksThatWait(manager, facility.id),
  };
};

async function desksThatWait(manager: EntityManager, facilityId: string): Promise<UnattendedFacts['desks']> {
  const open = await manager.findBy(Assignment, { facilityId, status: In(['OFFERED', ...COMMITTED_STATES]) });
  const desks = await manager.find(Desk, {
    where: { id: In([...new Set(open.map(({ deskId }) => deskId))]) },
    order: { id: 'ASC' },
  });
  return desks.map((desk) => ({ desk, open: open.filter(({ deskId }) => deskId === desk.id).length }));
}

/** The last person of a facility with open work or offers has gone: there is the telephone, if somebody knows. */
export const unattendedMessages = {
  [PEOPLE_LEFT]: {
    isStillTrue: ({ isAttended, desks }) => !isAttended && desks.length > 0,
    messages: ({ facility, desks }) =>
      desks.map(({ desk, open }) =>
        message(
          { organisationId: desk.id, path: '/desk/members' },
          {
            subject: `返事のできる人がいなくなりました：${facility.name}`,
            paragraphs: [
              [fact('事業所', facility.name), fact('依頼中・進行中の割当', `${open}件`)],
              'この事業所には、画面やメールで返事のできる人がいません。電話などで連絡をとり、続けられるか確かめてください。新しい担当者は、事業所の画面から招待できます。',
            ],
            english: `Nobody is left at ${facility.name} who can answer; ${open} offers or shares are open. Please call them.`,
          },
        ),
      ),
  },
} satisfies Record<string, MessageKind<UnattendedFacts>>;
