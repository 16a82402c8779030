import { ask } from '../../data/ask.js';
import { InvitePerson } from '../../data/generated/invite-person.js';
import type { Role } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { useSettingsWords } from './words.js';

/** Invites somebody by mail: to the own organisation, or as the first person of one the desk deals with. */
export function InviteForm({
  organisationId,
  roles,
  onDone,
}: {
  readonly organisationId: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly onDone: () => void;
}) {
  const { people: words } = useSettingsWords();
  const { roles: roleNames } = useCommon();
  const filling = useFilling<{ email: string; role: string }>({
    defaultValues: { email: '', role: roles[0] },
    send: async ({ email, role }, idempotencyKey) => {
      await ask(InvitePerson, { input: { idempotencyKey, email, organisationId, role: role as Role } });
      await afterSaving(words.invited, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submitInvite}>
      <P>{words.inviteLead}</P>
      <TextField name="email" label={words.email} type="email" autoComplete="off" />
      {roles.length === 1 ? null : (
        <RadioList
          name="role"
          label={words.role}
          choices={roles.map((role) => ({ value: role, label: roleNames[role] }))}
        />
      )}
    </Form>
  );
}
