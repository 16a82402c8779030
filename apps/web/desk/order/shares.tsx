import { useToday } from '../../app/session.js';
import { Bar } from '../../kit/bar.js';
import { ButtonLink, ButtonRow } from '../../kit/button.js';
import { Message } from '../../kit/message.js';
import { Card, Facts, More, P, Quiet, Section } from '../../kit/text.js';
import { dayOf, formatDate, formatMoment, formatSen, formatUnits, formatYen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import { useWorkName } from '../../words/work-name.js';
import { ShareState } from '../common/states.js';
import { isPast, type Order, type Share } from './order.js';
import { Materials } from './materials.js';
import { EnteredList } from '../../entering/entered-list.js';
import { EnterForFacility } from '../entering/for-facility.js';
import { ShareActions } from './share-actions.js';
import { ShareChanges } from './share-changes.js';
import { useOrderWords } from './words.js';

/** Who makes what: each share with where it stands and what the desk can do about it. */
export function Shares({ order, shares }: { readonly order: Order; readonly shares: readonly Share[] }) {
  const { shares: words } = useOrderWords();
  const live = shares.filter((share) => !isPast(share));
  const past = shares.filter(isPast);
  return (
    <Section heading={words.heading} id="shares">
      {shares.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul className="grid gap-3">
        {live.map((share) => (
          <li key={share.id} id={`share-${share.id}`} className="scroll-mt-20">
            <ShareCard order={order} share={share} />
          </li>
        ))}
      </ul>
      {past.length === 0 ? null : (
        <More summary={words.past(past.length)}>
          <ul className="grid gap-3">
            {past.map((share) => (
              <li key={share.id} id={`share-${share.id}`} className="scroll-mt-20">
                <ShareCard order={order} share={share} />
              </li>
            ))}
          </ul>
        </More>
      )}
    </Section>
  );
}

function ShareCard({ order, share }: { readonly order: Order; readonly share: Share }) {
  const { shares: words, lines } = useOrderWords();
  const workName = useWorkName();
  const today = useToday();
  const language = useLanguage();
  const { unit } = share.workType;
  const [units, done] = [formatUnits(share.units, unit), formatUnits(share.doneUnits, unit)];
  const hasSteps = order.lines.some(({ steps }) => steps.length > 1) || order.lines.length > 1;
  const isMaking = share.acceptedUnits !== null && !isPast(share);
  return (
    <Card>
      <h3 className="flex flex-wrap items-center gap-2">
        {share.facility.name}
        <ShareState state={share.status} />
      </h3>
      {share.isAttended === false && !isPast(share) ? <Message kind="warning">{words.unattended}</Message> : null}
      <Asked share={share} />
      <AskedForTime share={share} />
      <Facts
        items={[
          hasSteps ? [lines.heading, lines.step(share.stepPosition, workName(share.workType))] : null,
          [words.units, units],
          [words.amount, words.amountOf(formatYen(share.amountYen), formatSen(share.unitPriceSen))],
          [words.due, formatDate(share.dueOn, today)],
          share.status === 'OFFERED' && share.answerBy !== null ? [words.answerBy, formatMoment(share.answerBy)] : null,
          share.answeredAt === null ? null : [words.answered, formatMoment(share.answeredAt)],
          share.answerReason === null || share.answerReason === '' ? null : [words.reason, share.answerReason],
          share.handedBackUnits === 0 ? null : [words.handedBack, formatUnits(share.handedBackUnits, unit)],
          share.reducedUnits === 0 ? null : [words.reduced, formatUnits(share.reducedUnits, unit)],
          share.forecast === null ? null : [words.forecast, forecastOf(share.forecast, words, today)],
        ]}
      />
      {isMaking ? (
        <div className="mt-2">
          <P>{words.done(done, units)}</P>
          <Bar value={share.doneUnits} max={share.units} label={words.done(done, units)} />
        </div>
      ) : null}
      <Deliveries share={share} />
      <ShareActions share={share} />
      <EnterForFacility share={share} />
      <EnteredList entered={share.enteredFor} />
      <ShareChanges share={share} />
      <Materials share={share} />
      {share.reasons.length === 0 ? null : (
        <More summary={words.why}>
          {share.reasons.map(({ ja, en }) => (
            <p key={ja}>{language === 'en' ? en : ja}</p>
          ))}
        </More>
      )}
    </Card>
  );
}

function forecastOf(
  { finishOn, isLate }: NonNullable<Share['forecast']>,
  words: ReturnType<typeof useOrderWords>['shares'],
  today: string,
): string {
  if (finishOn === null) return words.forecastUnknown;
  const day = formatDate(finishOn, today);
  return isLate ? words.forecastLate(day) : words.forecastOn(day);
}

/** What a facility would take on instead, beside what it was offered. */
function Asked({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const today = useToday();
  if (share.status !== 'PARTLY_ACCEPTED') return null;
  const { unit } = share.workType;
  const { acceptedUnits, offeredUnits, proposedDueOn, proposedUnitPriceSen } = share;
  const terms = [
    words.termUnits(formatUnits(acceptedUnits ?? offeredUnits, unit), formatUnits(offeredUnits, unit)),
    proposedDueOn === null ? '' : words.termDue(formatDate(proposedDueOn, today), formatDate(share.dueOn, today)),
    proposedUnitPriceSen === null
      ? ''
      : words.termPrice(formatSen(proposedUnitPriceSen), formatSen(share.unitPriceSen)),
  ];
  return <Message kind="warning">{words.asked(terms.filter((term) => term !== '').join('・'))}</Message>;
}

/** Until when a facility asks for time to answer, and why. */
function AskedForTime({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const today = useToday();
  const { extensionUntil, extensionReason } = share;
  if (extensionUntil === null) return null;
  return (
    <Message kind="warning">{words.askedForTime(formatDate(extensionUntil, today), extensionReason ?? '')}</Message>
  );
}

function Deliveries({ share }: { readonly share: Share }) {
  const { shares: words } = useOrderWords();
  const today = useToday();
  const { unit } = share.workType;
  if (share.deliveries.length === 0) return null;
  return (
    <div className="mt-3">
      <h4 className="font-bold">{words.deliveries}</h4>
      <ul className="grid gap-2">
        {share.deliveries.map(({ id, units, deliveredAt, inspection, availableActions }) => {
          const what = words.delivery(formatDate(dayOf(deliveredAt), today), formatUnits(units, unit));
          return (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span>{what}</span>
              {inspection === null ? null : (
                <span className="text-quiet">
                  {words.inspected(
                    formatUnits(inspection.acceptedUnits, unit),
                    formatUnits(inspection.defectUnits, unit),
                  )}
                </span>
              )}
              {availableActions.includes('inspect') ? (
                <ButtonRow>
                  <ButtonLink to="/desk/inspect/$deliveryId" params={{ deliveryId: id }}>
                    {words.inspect}
                    <span className="sr-only">{`（${share.facility.name} ${what}）`}</span>
                  </ButtonLink>
                </ButtonRow>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
