import { useState } from 'react';
import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { Invitations } from '../data/generated/invitations.js';
import { InvitePerson } from '../data/generated/invite-person.js';
import { ResendInvitation } from '../data/generated/resend-invitation.js';
import { RevokeInvitation } from '../data/generated/revoke-invitation.js';
import type { Role } from '../data/generated/types.js';
import { queryClient, useAsk } from '../data/use-ask.js';
import { useAct } from '../kit/act.js';
import { Button } from '../kit/button.js';
import { RadioList } from '../kit/choices.js';
import { TextField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Done, FaultMessage } from '../kit/message.js';
import { Table } from '../kit/table.js';
import { More, P } from '../kit/text.js';
import { dayOf, formatDate } from '../words/format.js';
import { usePeopleWords } from './words.js';

/** Who was asked and has not answered yet. */
export function InvitationsSection() {
  const words = usePeopleWords();
  const today = useToday();
  const { data } = useAsk(Invitations, {});
  const act = useAct();
  const open = data?.invitations ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 mb-2">{words.invitations}</h3>
      <Table
        caption={words.invitationCaption}
        rows={open}
        keyOf={({ id }) => id}
        columns={[
          { heading: words.email, cell: ({ email }) => <span className="break-all">{email}</span> },
          { heading: words.role, cell: ({ role }) => words.roles[role] },
          { heading: words.state, cell: ({ mailState }) => words.mail[mailState] },
          { heading: words.until, cell: ({ expiresAt }) => formatDate(dayOf(expiresAt), today) },
          {
            heading: words.action,
            cell: ({ id, email, availableActions }) => (
              <>
                {availableActions.includes('resend') ? (
                  <Button
                    look="quiet"
                    isOff={act.isUnderWay}
                    onClick={() =>
                      void act.run(
                        async (idempotencyKey) =>
                          void (await ask(ResendInvitation, { input: { invitationId: id, idempotencyKey } })),
                      )
                    }
                  >
                    {words.resend(email)}
                  </Button>
                ) : null}
                {availableActions.includes('revoke') ? (
                  <Button
                    look="quiet"
                    isOff={act.isUnderWay}
                    onClick={() =>
                      void act.run(async () => void (await ask(RevokeInvitation, { input: { invitationId: id } })))
                    }
                  >
                    {words.withdraw(email)}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </>
  );
}

/** Asks somebody by mail to take a role. */
export function InviteForm({
  organisationId,
  roles,
  label,
}: {
  readonly organisationId: string;
  readonly roles: readonly Role[];
  /** What it is called where a page has several. */
  readonly label?: string;
}) {
  const words = usePeopleWords();
  const [invited, setInvited] = useState<string | null>(null);
  const names = { email: `email-${organisationId}`, role: `role-${organisationId}` };
  const filling = useFilling<Record<string, string>>({
    defaultValues: { [names.email]: '', [names.role]: roles.length === 1 ? (roles[0] ?? '') : '' },
    send: async (values, idempotencyKey) => {
      const email = (values[names.email] ?? '').trim();
      const role = values[names.role] as Role;
      await ask(InvitePerson, { input: { organisationId, email, role, idempotencyKey } });
      filling.form.reset();
      setInvited(email);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <>
      {invited === null ? null : <Done>{words.invited(invited)}</Done>}
      <More summary={label ?? words.invite}>
        <P>{words.inviteLead}</P>
        <Form filling={filling} submitLabel={words.submitInvite} submitLook="secondary" label={label ?? words.invite}>
          <TextField name={names.email} label={words.inviteEmail} type="email" autoComplete="off" />
          {roles.length === 1 ? null : (
            <RadioList
              name={names.role}
              label={words.role}
              choices={roles.map((value) => ({ value, label: words.roles[value] }))}
            />
          )}
        </Form>
      </More>
    </>
  );
}
