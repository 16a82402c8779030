import type { ReactNode } from 'react';
import { isAdmin, useMe } from '../app/session.js';
import { ask } from '../data/ask.js';
import { People } from '../data/generated/people.js';
import { RevokeRole } from '../data/generated/revoke-role.js';
import type { PeopleQuery, Role } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { ConfirmAct } from '../kit/confirm-act.js';
import { Loaded } from '../kit/loaded.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { InvitationsSection, InviteForm } from './invitations.js';
import { usePeopleWords } from './words.js';

type Person = PeopleQuery['people'][number];

/** Who works for the acting organisation, and who was asked to. An administrator sees to both. */
export function PeopleSection({
  roles,
  actionsOf,
}: {
  /** Those somebody can be invited to. */
  readonly roles: readonly Role[];
  /** What else can be done about somebody. */
  readonly actionsOf?: (person: Person) => ReactNode;
}) {
  const words = usePeopleWords();
  const me = useMe();
  const query = useAsk(People, {});
  const canManage = isAdmin(me.role);
  return (
    <Section heading={words.heading} id="people">
      <Loaded query={query}>
        {({ people }) => (
          <Table
            caption={words.caption}
            rows={people}
            keyOf={({ roleGrantId }) => roleGrantId}
            columns={[
              {
                heading: words.name,
                cell: ({ name, accountId, isDisabled }) =>
                  [
                    name,
                    accountId === me.accountId ? `（${words.you}）` : '',
                    isDisabled ? `（${words.closed}）` : '',
                  ].join(''),
              },
              { heading: words.email, cell: ({ email }) => <span className="break-all">{email}</span> },
              { heading: words.role, cell: ({ role }) => words.roles[role] },
              ...(canManage
                ? [
                    {
                      heading: words.action,
                      cell: (person: Person) =>
                        person.accountId === me.accountId ? (
                          ''
                        ) : (
                          <>
                            <ConfirmAct
                              label={words.revoke(person.name)}
                              look="danger"
                              title={words.revoke(person.name)}
                              confirmLabel={words.revokeConfirm}
                              run={async () => {
                                await ask(RevokeRole, { input: { roleGrantId: person.roleGrantId } });
                              }}
                            >
                              <P>{words.revokeCheck(person.name)}</P>
                            </ConfirmAct>
                            {actionsOf?.(person)}
                          </>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      {canManage ? (
        <>
          <InvitationsSection />
          <InviteForm organisationId={me.organisationId} roles={roles} />
        </>
      ) : null}
    </Section>
  );
}
