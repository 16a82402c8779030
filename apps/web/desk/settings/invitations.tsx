import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { ResendInvitation } from '../../data/generated/resend-invitation.js';
import { RevokeInvitation } from '../../data/generated/revoke-invitation.js';
import type { DeskPeopleQuery } from '../../data/generated/types.js';
import { useAct } from '../../kit/act.js';
import { announce } from '../../kit/announce.js';
import { Button } from '../../kit/button.js';
import { FaultMessage } from '../../kit/message.js';
import { Short } from '../../kit/short.js';
import { Table } from '../../kit/table.js';
import { Quiet, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, formatDate } from '../../words/format.js';
import { useSettingsWords } from './words.js';

/** Who was invited and has not come yet. */
export function Invitations({ invitations }: { readonly invitations: DeskPeopleQuery['invitations'] }) {
  const { people: words, action } = useSettingsWords();
  const { roles } = useCommon();
  const today = useToday();
  const act = useAct();
  const resend = async (invitationId: string) =>
    act.run(async (idempotencyKey) => {
      await ask(ResendInvitation, { input: { idempotencyKey, invitationId } });
      announce(words.resent);
    });
  const revoke = async (invitationId: string) =>
    act.run(async () => {
      await ask(RevokeInvitation, { input: { invitationId } });
      announce(words.revoked);
    });
  return (
    <Section heading={words.invitations}>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      {invitations.length === 0 ? (
        <Quiet>{words.noInvitations}</Quiet>
      ) : (
        <Table
          caption={words.invitationsCaption}
          rows={invitations}
          keyOf={({ id }) => id}
          columns={[
            { heading: words.email, cell: ({ email }) => email },
            { heading: words.role, cell: ({ role }) => roles[role] },
            { heading: words.sent, isShort: true, cell: ({ createdAt }) => formatDate(dayOf(createdAt), today) },
            { heading: words.expires, isShort: true, cell: ({ expiresAt }) => formatDate(dayOf(expiresAt), today) },
            { heading: words.mail, cell: ({ mailState }) => words.mails[mailState] },
            {
              heading: action,
              cell: ({ id, email, availableActions }) => (
                <>
                  {availableActions.includes('resend') ? (
                    <Button look="quiet" isOff={act.isUnderWay} onClick={() => void resend(id)}>
                      <Short text={words.resend} full={words.resendTo(email)} />
                    </Button>
                  ) : null}
                  {availableActions.includes('revoke') ? (
                    <Button look="quiet" isOff={act.isUnderWay} onClick={() => void revoke(id)}>
                      <Short text={words.revoke} full={words.revokeOf(email)} />
                    </Button>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}
