import type { EntityManager } from 'typeorm';
import { Notification } from '../inbox/notification.entity.js';
import type { LoadFacts } from './load-facts.js';
import { message, type MessageKind, oneLine } from './message.js';
import { fact } from './phrases.js';

/** The mail server refused a mail for good. */
export const MAIL_REFUSED = 'mail.refused';

/** A mail that did not arrive, and who was to get it. */
interface RefusedMailFacts {
  readonly refused: Notification;
  readonly addressee: { readonly organisation: string; readonly person: string };
}

export const loadRefusedMailFacts: LoadFacts<RefusedMailFacts> = async (manager: EntityManager, payload) => {
  const refused = await manager.findOneByOrFail(Notification, { id: String(payload.notificationId) });
  const [row] = await manager.query<{ organisation: string | null; person: string | null }[]>(
    `SELECT coalesce(facility.name, buyer.name) AS organisation, account.name AS person
     FROM (SELECT $1::uuid AS id) named
     LEFT JOIN facility ON facility.id = named.id LEFT JOIN buyer ON buyer.id = named.id
     LEFT JOIN account ON account.id = $2`,
    [refused.organisationId, refused.accountId],
  );
  return { refused, addressee: { organisation: row?.organisation ?? '', person: row?.person ?? '' } };
};

/** The desk is told, because there is the telephone. */
export const refusedMailMessages = {
  [MAIL_REFUSED]: {
    isStillTrue: ({ refused }) => refused.status === 'FAILED' && refused.deskId !== null,
    messages: ({ refused, addressee }) => [
      message(
        {
          organisationId: refused.deskId ?? '',
          path: refused.workOrderId === null ? '/desk' : `/desk/orders/${refused.workOrderId}`,
        },
        {
          subject: `メールが届きませんでした：${oneLine(addressee.organisation)}`,
          paragraphs: [
            '次のメールは、相手のメールサーバーが受け取りませんでした。電話などでお伝えください。',
            [fact('相手', `${addressee.organisation} ${addressee.person}`), fact('メール', refused.subject)],
            'メールアドレスが正しいか、相手の方に確かめてください。',
          ],
          english: `A mail to ${oneLine(addressee.organisation)} was refused for good. Please call them, and check the address.`,
        },
      ),
    ],
  },
} satisfies Record<string, MessageKind<RefusedMailFacts>>;
