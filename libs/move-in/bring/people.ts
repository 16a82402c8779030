import { InvitePerson, wasInvited } from '#yui/identity';
import { checkFields, DomainError, type Role, type Sentence } from '#yui/platform';
import { PERSON_OF_WORDS, PERSON_ROLE_WORDS } from '../workbook/choices.js';
import { moveInErrors } from '../workbook/move-in.errors.js';
import { Later, type SheetBringer } from './bringing.js';
import type { RowContent } from './move-in-row.entity.js';

interface PersonContent extends RowContent {
  readonly of: keyof typeof PERSON_OF_WORDS;
  readonly organisation: string;
  readonly email: string;
  readonly role: keyof typeof PERSON_ROLE_WORDS;
}

const ROLES: Readonly<Record<PersonContent['of'], Readonly<Record<PersonContent['role'], Role>>>> = {
  DESK: { ADMIN: 'DESK_ADMIN', MEMBER: 'DESK_COORDINATOR' },
  FACILITY: { ADMIN: 'FACILITY_ADMIN', MEMBER: 'FACILITY_MEMBER' },
  BUYER: { ADMIN: 'BUYER_ADMIN', MEMBER: 'BUYER_MEMBER' },
};
const SHEETS = { FACILITY: 'FACILITIES', BUYER: 'BUYERS' } as const;

const LATER: Sentence = {
  ja: '1日に送れる招待の数を超えるため、まだ招待しません。明日、同じブックをもう一度取り込むと続きが届きます。',
  en: 'No more invitations may be sent today. Import the same workbook tomorrow to send the rest.',
};

/** People are invited once: who was invited, or is there, is not asked again. Of them nothing is kept but the invitation. */
export const personBringer: SheetBringer<PersonContent> = {
  sheet: 'PEOPLE',
  keyOf: ({ of, organisation, email, role }) => [of, organisation, email.toLowerCase(), role].join(' '),
  nameOf: ({ email }) => email,
  read: (cells) =>
    checkFields<PersonContent>({
      of: () => cells.choice('of', PERSON_OF_WORDS),
      organisation: () => {
        const isOfDesk = cells.choice('of', PERSON_OF_WORDS) === 'DESK';
        if (!isOfDesk && !cells.has('organisation')) throw moveInErrors.PERSON_OF_MISSING().at('organisation');
        return isOfDesk ? '' : cells.key('organisation');
      },
      email: () => cells.line('email', 254).normalize('NFKC'),
      role: () => cells.choice('role', PERSON_ROLE_WORDS),
    }),
  async bring({ tx, unitOfWork, all, content }) {
    const { of, email } = content;
    const organisationId = of === 'DESK' ? all.deskId : all.idOf(SHEETS[of], content.organisation, 'organisation');
    const invited = { email, role: ROLES[of][content.role], organisationId };
    if (await wasInvited(tx, invited)) return { subjectId: null, was: content };
    try {
      await new InvitePerson(unitOfWork).execute(all.actor, { idempotencyKey: '', ...invited });
      return { subjectId: null };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'INVITATION.TOO_MANY') throw error;
      throw new Later(LATER);
    }
  },
};
