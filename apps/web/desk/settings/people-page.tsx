import { isAdmin, useMe, useToday } from '../../app/session.js';
import { DeskPeople } from '../../data/generated/desk-people.js';
import { useAsk } from '../../data/use-ask.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Loaded } from '../../kit/loaded.js';
import { StateTag } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, formatDate } from '../../words/format.js';
import { Invitations } from './invitations.js';
import { InviteForm } from './invite-form.js';
import { PersonActions } from './person-actions.js';
import { SettingsPage } from './settings-page.js';
import { useSettingsWords } from './words.js';

/** Who works at the desk, and who is invited. */
export function PeoplePage() {
  const { people: words, action } = useSettingsWords();
  const { roles } = useCommon();
  const me = useMe();
  const today = useToday();
  const query = useAsk(DeskPeople, {});
  const inviting = isAdmin(me.role) ? (['DESK_COORDINATOR', 'DESK_ADMIN'] as const) : (['DESK_COORDINATOR'] as const);
  return (
    <SettingsPage tab="people">
      <Loaded query={query}>
        {({ people, invitations }) => (
          <>
            {isAdmin(me.role) ? (
              <div className="mb-4">
                <DialogButton label={words.invite} look="primary">
                  {(close) => <InviteForm organisationId={me.organisationId} roles={inviting} onDone={close} />}
                </DialogButton>
              </div>
            ) : null}
            <Table
              caption={words.caption}
              rows={people}
              keyOf={({ roleGrantId }) => roleGrantId}
              columns={[
                {
                  heading: words.name,
                  cell: ({ accountId, name }) => (accountId === me.accountId ? `${name}（${words.you}）` : name),
                },
                { heading: words.email, cell: ({ email }) => email },
                { heading: words.role, cell: ({ role }) => roles[role] },
                { heading: words.since, isShort: true, cell: ({ grantedAt }) => formatDate(dayOf(grantedAt), today) },
                {
                  heading: words.state,
                  isShort: true,
                  cell: ({ isDisabled }) => (
                    <StateTag tone={isDisabled ? 'ended' : 'done'}>
                      {isDisabled ? words.disabled : words.active}
                    </StateTag>
                  ),
                },
                {
                  heading: action,
                  cell: (person) =>
                    isAdmin(me.role) && person.accountId !== me.accountId ? <PersonActions person={person} /> : '',
                },
              ]}
            />
            <Invitations invitations={invitations} />
          </>
        )}
      </Loaded>
    </SettingsPage>
  );
}
