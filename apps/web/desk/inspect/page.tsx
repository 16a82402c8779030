import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { DeliveriesToInspect } from '../../data/generated/deliveries-to-inspect.js';
import { Delivery } from '../../data/generated/delivery.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../../kit/button.js';
import { Files } from '../../kit/files.js';
import { Loaded } from '../../kit/loaded.js';
import { Done, Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Facts, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, formatDate, formatUnits } from '../../words/format.js';
import { useWorkName } from '../../words/work-name.js';
import type { DeliveryView } from './delivery.js';
import { InspectForm } from './inspect-form.js';
import { useInspectWords } from './words.js';

/** One delivery: what came, what is wrong with it, and what becomes of that. */
export function InspectPage() {
  const { deliveryId } = useParams({ from: '/inside/desk-area/desk/inspect/$deliveryId' });
  const query = useAsk(Delivery, { id: deliveryId });
  return <Loaded query={query}>{({ delivery }) => <Inspect key={delivery.id} delivery={delivery} />}</Loaded>;
}

function Inspect({ delivery }: { readonly delivery: DeliveryView }) {
  const words = useInspectWords();
  const { areas } = useCommon();
  const [failed, setFailed] = useState<readonly string[] | null>(null);
  const { assignment, inspection } = delivery;
  const { unit } = assignment.workType;
  const canInspect = delivery.availableActions.includes('inspect');
  return (
    <Page
      title={words.page(assignment.facility.name)}
      area={areas.desk}
      lead={`${assignment.orderNumber} ${assignment.orderTitle}`}
      isNarrow
    >
      {failed === null ? null : (
        <>
          <Done takesFocus>{words.done}</Done>
          {failed.map((name) => (
            <Message key={name} kind="warning">
              {words.photosFailed(name)}
            </Message>
          ))}
        </>
      )}
      <p className="text-3xl font-bold tabular-nums">{formatUnits(delivery.units, unit)}</p>
      <DeliveryFacts delivery={delivery} />
      {inspection === null ? (
        canInspect ? (
          <Section heading={words.heading}>
            <InspectForm delivery={delivery} onSent={setFailed} />
          </Section>
        ) : (
          <Message>{words.notNow}</Message>
        )
      ) : (
        <>
          <Message kind="success" heading={words.inspected}>
            {words.result(formatUnits(inspection.acceptedUnits, unit), formatUnits(inspection.defectUnits, unit))}
          </Message>
          <Files files={inspection.attachments} />
          <Next delivery={delivery} />
        </>
      )}
    </Page>
  );
}

function DeliveryFacts({ delivery }: { readonly delivery: DeliveryView }) {
  const words = useInspectWords();
  const workName = useWorkName();
  const today = useToday();
  const { assignment, note, deliveredAt, attachments } = delivery;
  return (
    <>
      <Facts
        items={[
          [words.work, workName(assignment.workType)],
          [words.day, formatDate(dayOf(deliveredAt), today)],
          note === '' ? null : [words.note, note],
          assignment.specification === '' ? null : [words.specification, assignment.specification],
        ]}
      />
      {attachments.length === 0 ? null : (
        <>
          <h2 className="mt-4 text-lg">{words.photos}</h2>
          <ul className="mt-2 grid grid-cols-2 gap-2">
            {attachments.map(({ id, fileName, mediaType }) => (
              <li key={id}>
                <a href={`/attachments/${id}`} className="block min-h-11">
                  {mediaType.startsWith('image/') ? (
                    <img
                      src={`/attachments/${id}/preview?size=960`}
                      alt={words.photo(fileName)}
                      loading="lazy"
                      className="h-40 w-full rounded-lg object-cover"
                    />
                  ) : (
                    fileName
                  )}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** After one comes the next, without going back to the list. */
function Next({ delivery }: { readonly delivery: DeliveryView }) {
  const words = useInspectWords();
  const { data } = useAsk(DeliveriesToInspect, { first: 2, after: null });
  const next = data?.deliveriesToInspect.items.find(({ id }) => id !== delivery.id);
  return (
    <ButtonRow>
      {next === undefined ? null : (
        <ButtonLink to="/desk/inspect/$deliveryId" params={{ deliveryId: next.id }}>
          {words.nextDelivery}
        </ButtonLink>
      )}
      <ButtonLink to="/desk/inspect" look="secondary">
        {words.list}
      </ButtonLink>
      {delivery.assignment.workOrderId === null ? null : (
        <ButtonLink to="/desk/orders/$id" params={{ id: delivery.assignment.workOrderId }} look="quiet">
          {words.toOrder}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
