import { formatDateTimeJa, todayInTokyo } from '#yui/calendar';
import { Paper, partyOf } from '#yui/contracts';
import { BusinessProfile, Facility } from '#yui/directory';
import { peopleOf } from '#yui/identity';
import { type Letter, PAPER_TITLES } from '#yui/papers';
import type { Transaction } from '#yui/platform';
import type { Notification } from '../inbox/notification.entity.js';
import { answerPathFor } from '../links/answer-path.js';
import { bareSubject, type Cause, japaneseOf } from '../messages/message.js';
import { faxAnswersFor } from './fax-answers.js';
import { letterNumber } from './letter-number.js';
import { LetterParty } from './letter-party.entity.js';

/** A letter that is to be printed, and of the desk that sends it. */
export type OpenLetter = Notification & { readonly deskId: string };

/**
 * What the letter of a notification says. A link it bears is made here: it is on this paper alone, for this answer alone,
 * and ends with it.
 */
export async function writeLetter(
  tx: Transaction,
  letter: OpenLetter,
  cause: Cause,
  publicUrl: string,
): Promise<Letter> {
  const { deskId, organisationId, subject, body, kind, paperId } = letter;
  const isFacility = await tx.manager.existsBy(Facility, { id: organisationId });
  const paper = paperId === null ? null : await tx.manager.findOneByOrFail(Paper, { id: paperId });
  const desk = await tx.manager.findOneBy(BusinessProfile, { organisationId: deskId });
  return {
    subject: bareSubject(subject),
    number: letterNumber(letter.id),
    datedOn: todayInTokyo(tx.now),
    recipient: await partyOf(tx.manager, deskId, { kind: isFacility ? 'FACILITY' : 'BUYER', id: organisationId }),
    recipientFax: await faxOf(tx, letter),
    sender: await partyOf(tx.manager, deskId, { kind: 'DESK', id: deskId }),
    senderFax: desk?.fax ?? null,
    paragraphs: japaneseOf(body),
    enclosed: paper === null ? [] : [`${PAPER_TITLES[paper.kind]} ${paper.number}`],
    page: await pageOf(tx, letter, cause, publicUrl),
    answers: faxAnswersFor(kind),
  };
}

async function faxOf(tx: Transaction, { deskId, organisationId }: OpenLetter): Promise<string | null> {
  const party = await tx.manager.findOneBy(LetterParty, { deskId, organisationId });
  if (party?.way === 'POST') return null;
  const profile = await tx.manager.findOneBy(BusinessProfile, { organisationId });
  return party?.faxNumber ?? profile?.fax ?? null;
}

/** The page the link of the mail would open; without an answer of its own only for people who can sign in. */
async function pageOf(tx: Transaction, letter: OpenLetter, cause: Cause, publicUrl: string): Promise<Letter['page']> {
  const at = (path: string) => new URL(path, publicUrl).href;
  const answer = await answerPathFor(tx, letter, cause);
  if (answer !== null) return { url: at(answer), caption: `このページでお返事ができます${await until(tx, cause)}` };
  const people = await peopleOf(tx.manager, [letter.organisationId]);
  return people.length === 0 ? null : { url: at(letter.link), caption: '画面で見る（サインインが必要です）' };
}

async function until(tx: Transaction, cause: Cause): Promise<string> {
  const [row] = await tx.manager.query<{ until: Date | null }[]>(
    `SELECT coalesce((SELECT answer_by FROM assignment WHERE id = $1), (SELECT closes_at FROM call WHERE id = $2)) AS until`,
    [cause.payload.assignmentId ?? null, cause.payload.callId ?? null],
  );
  return row?.until ? `（${formatDateTimeJa(row.until)}まで）` : '';
}
