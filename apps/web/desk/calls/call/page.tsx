import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { DeskCall } from '../../../data/generated/desk-call.js';
import { useAsk } from '../../../data/use-ask.js';
import { EnteredList } from '../../../entering/entered-list.js';
import { AddressLink } from '../../../kit/button.js';
import { Loaded } from '../../../kit/loaded.js';
import { Done, Message } from '../../../kit/message.js';
import { Outcomes } from '../../../kit/outcome.js';
import { Page } from '../../../kit/page.js';
import { Facts, More, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { dayOf, formatDate, formatMoment, formatUnits } from '../../../words/format.js';
import { currentLanguage } from '../../../words/language.js';
import { EnterForCalled } from '../../entering/for-called.js';
import { CallState } from '../call-state.js';
import { useCallWords } from '../words.js';
import { Answers } from './answers.js';
import type { CallView } from './call-view.js';
import { EndCall } from './end-call.js';
import { Questions } from './questions.js';

const DAY_MS = 86_400_000;

export function CallPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/calls/$id' });
  const query = useAsk(DeskCall, { id });
  return (
    <Loaded query={query}>
      {({ call }) => (
        <Outcomes>
          <View key={call.id} call={call} />
        </Outcomes>
      )}
    </Loaded>
  );
}

function View({ call }: { readonly call: CallView }) {
  const { call: words } = useCallWords();
  const { areas } = useCommon();
  const [said, setSaid] = useState('');
  const answers = call.responses.filter(({ status }) => status === 'CAN');
  const refusals = call.responses.filter(({ status }) => status === 'CANNOT');
  const answered = new Set([...answers, ...refusals].map(({ facility }) => facility.id));
  const waiting = call.called.filter(({ id }) => !answered.has(id));
  const isOpen = call.status === 'OPEN' || call.status === 'CLOSED';
  return (
    <Page title={call.title} area={areas.desk} lead={<CallState state={call.status} />}>
      {said === '' ? null : <Done takesFocus>{said}</Done>}
      {call.cancelReason === null ? null : <Message kind="warning">{words.cancelled(call.cancelReason)}</Message>}
      {call.status === 'USED' ? <Message kind="success">{words.used}</Message> : null}
      <CallFacts call={call} answered={answered.size} />
      <Answers call={call} answers={answers} />
      {refusals.length === 0 ? null : (
        <More summary={words.cannot(refusals.length)}>
          <ul className="grid gap-1">
            {refusals.map(({ id, facility, remark }) => (
              <li key={id}>
                <strong>{facility.name}</strong> {remark}
              </li>
            ))}
          </ul>
        </More>
      )}
      {waiting.length === 0 ? null : (
        <More summary={words.waiting(waiting.length)} isOpen={call.status === 'OPEN' && waiting.length <= 20}>
          <ul className="grid gap-1 sm:grid-cols-2">
            {waiting.map(({ id, name }) => (
              <li key={id} className="flex flex-wrap items-center gap-3">
                <span>{name}</span>
                {isOpen ? <EnterForCalled call={call} facility={{ id, name }} /> : null}
              </li>
            ))}
          </ul>
        </More>
      )}
      <EnteredList entered={call.enteredFor} />
      <Questions call={call} onSaid={setSaid} />
      <EndCall call={call} onSaid={setSaid} />
    </Page>
  );
}

function CallFacts({ call, answered }: { readonly call: CallView; readonly answered: number }) {
  const { call: words } = useCallWords();
  const today = useToday();
  const { workType } = call;
  const daysLeft = Math.max(0, Math.round((Date.parse(dayOf(call.closesAt)) - Date.parse(today)) / DAY_MS));
  const closes =
    call.closedAt === null
      ? `${formatMoment(call.closesAt)}（${words.daysLeft(daysLeft)}）`
      : words.closed(formatMoment(call.closedAt));
  return (
    <Section
      heading={words.facts}
      aside={
        call.workOrderId === null ? null : (
          <AddressLink href={`/desk/orders/${call.workOrderId}`}>{words.order}</AddressLink>
        )
      }
    >
      <Facts
        items={[
          [words.work, currentLanguage() === 'en' ? workType.nameEn : workType.nameJa],
          [words.quantity, <strong key="quantity">{formatUnits(call.quantity, workType.unit)}</strong>],
          [words.due, formatDate(call.dueOn, today)],
          [words.closes, call.isClosedWhenEnough ? `${closes}・${words.enough}` : closes],
          [words.answered, words.answeredOf(answered, call.called.length)],
          call.note === '' ? null : [words.note, call.note],
          call.specification === '' ? null : [words.specification, call.specification],
        ]}
      />
    </Section>
  );
}
