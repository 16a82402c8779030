import { useToday } from '../../app/session.js';
import { DeskPeople } from '../../data/generated/desk-people.js';
import { useAsk } from '../../data/use-ask.js';
import { P } from '../../kit/text.js';
import { dayOf, formatDate } from '../../words/format.js';
import { useSettingsWords } from './words.js';

/** Whom the desk has invited as the first person of a facility or buyer, and who has not come yet. */
export function InvitedFirst({ organisationId }: { readonly organisationId: string }) {
  const { people: words } = useSettingsWords();
  const today = useToday();
  const { data } = useAsk(DeskPeople, {});
  const open = (data?.invitations ?? []).filter((invitation) => invitation.organisationId === organisationId);
  return open.map(({ id, email, expiresAt }) => (
    <P key={id} className="mb-3">
      {words.isInvited(email, formatDate(dayOf(expiresAt), today))}
    </P>
  ));
}
