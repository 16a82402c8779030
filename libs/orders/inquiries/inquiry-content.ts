import { addDays, type LocalDate, todayInTokyo } from '#yui/calendar';
import { DeskBuyer } from '#yui/directory';
import {
  checkFields,
  optionalLine,
  optionalText,
  type PersonActor,
  requireLine,
  type SaidBy,
  type Transaction,
} from '#yui/platform';
import type { Inquiry, InquiryKind } from './inquiry.entity.js';
import { inquiryErrors } from './inquiry.errors.js';

const MAX_DAYS_BACK = 5 * 366;

/** What the desk writes of an inquiry or a visit. */
export interface InquiryContent {
  readonly kind: InquiryKind;
  readonly receivedOn: LocalDate;
  readonly channel: SaidBy;
  readonly organisation: string;
  readonly person?: string | null;
  readonly contact?: string | null;
  readonly buyerId?: string | null;
  readonly subject: string;
  readonly detail?: string | null;
  readonly nextAction?: string | null;
  readonly nextOn?: LocalDate | null;
}

type Checked = Pick<
  Inquiry,
  'kind' | 'receivedOn' | 'channel' | 'organisation' | 'person' | 'contact' | 'buyerId' | 'subject' | 'detail'
> &
  Pick<Inquiry, 'nextAction' | 'nextOn'>;

/** @throws ACCESS.NOT_FOUND (a buyer of another desk), INQUIRY.DAY_IMPOSSIBLE, .NEXT_INCOMPLETE, INPUT.* */
export async function checkInquiry(tx: Transaction, actor: PersonActor, input: InquiryContent): Promise<Checked> {
  const buyerId = input.buyerId ?? null;
  if (buyerId !== null) await tx.get(DeskBuyer, { deskId: actor.organisationId, buyerId });
  const today = todayInTokyo(tx.now);
  const nextOn = input.nextOn ?? null;
  const checked = checkFields({
    receivedOn: () => {
      if (input.receivedOn <= today && input.receivedOn >= addDays(today, -MAX_DAYS_BACK)) return input.receivedOn;
      throw inquiryErrors.DAY_IMPOSSIBLE().at('receivedOn');
    },
    organisation: () => requireLine('organisation', input.organisation, 100),
    person: () => optionalLine('person', input.person, 100),
    contact: () => optionalLine('contact', input.contact, 200),
    subject: () => requireLine('subject', input.subject, 200),
    detail: () => optionalText('detail', input.detail, 2000),
    nextAction: () => {
      const text = optionalLine('nextAction', input.nextAction, 200);
      if ((text === '') !== (nextOn === null)) throw inquiryErrors.NEXT_INCOMPLETE().at('nextAction');
      return text;
    },
  });
  return { kind: input.kind, channel: input.channel, buyerId, nextOn, ...checked };
}
