import { useNavigate } from '@tanstack/react-router';
import type { WeekPlanQuery } from '../../data/generated/types.js';
import { WeekPlan } from '../../data/generated/week-plan.js';
import { useAsk } from '../../data/use-ask.js';
import { Button, ButtonLink, ButtonRow } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Message } from '../../kit/message.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Card, P, Quiet, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatNumber } from '../../words/format.js';
import { currentLanguage } from '../../words/language.js';
import { startDraft } from '../split/draft.js';
import { useWeekWords } from './words.js';

type Plan = WeekPlanQuery['weekPlan'];
type Line = Plan['lines'][number];

/** Everything that is open, split together; one line after the other is taken over in the split editor. */
export function WeekPlanPage() {
  const words = useWeekWords();
  const { areas } = useCommon();
  const query = useAsk(WeekPlan, {});
  return (
    <Page title={words.title} area={areas.desk}>
      <P>{words.lead}</P>
      <Loaded query={query}>
        {({ weekPlan }) => (weekPlan.lines.length === 0 ? <Empty>{words.empty}</Empty> : <View plan={weekPlan} />)}
      </Loaded>
    </Page>
  );
}

function View({ plan }: { readonly plan: Plan }) {
  const words = useWeekWords();
  const sentences = currentLanguage() === 'en' ? plan.sentencesEn : plan.sentencesJa;
  return (
    <>
      <Section heading={words.summary}>
        {sentences.map((sentence) => (
          <P key={sentence}>{sentence}</P>
        ))}
      </Section>
      <Bottlenecks plan={plan} />
      <Section heading={words.lines(plan.lines.length)}>
        <Quiet className="mb-3">{words.takeHint}</Quiet>
        <ul className="grid gap-4">
          {plan.lines.map((line) => (
            <li key={line.stepId}>
              <LineCard line={line} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const titleOf = ({ orderNumber, orderTitle }: Line): string => `${orderNumber} ${orderTitle}`;

function Bottlenecks({ plan }: { readonly plan: Plan }) {
  const words = useWeekWords();
  if (plan.bottlenecks.length === 0) return null;
  const lineOf = new Map(plan.lines.map((line) => [line.stepId, line]));
  const nameOf = new Map(
    plan.lines.flatMap(({ shares }) => shares).map(({ facility }) => [facility.id, facility.name]),
  );
  return (
    <Section heading={words.bottlenecks}>
      {plan.bottlenecks.map(({ unplacedUnits, stepIds, facilityIds }) => {
        const works = stepIds.flatMap((id) => {
          const line = lineOf.get(id);
          return line ? [titleOf(line)] : [];
        });
        const names = facilityIds.flatMap((id) => nameOf.get(id) ?? []);
        return (
          <Message key={stepIds.join()} kind="warning">
            <P className="font-bold">{words.bottleneck(formatNumber(unplacedUnits), works.join('、'))}</P>
            {facilityIds.length === 0 ? <P>{words.nobody}</P> : null}
            {names.length > 0 ? <P>{words.only(names.join('、'))}</P> : null}
          </Message>
        );
      })}
    </Section>
  );
}

function LineCard({ line }: { readonly line: Line }) {
  const words = useWeekWords();
  const navigate = useNavigate();
  const { workOrderId, stepId, shares, placed, unplaced } = line;
  const title = titleOf(line);
  const taken = shares.filter(({ units }) => units > 0);
  const take = async () => {
    const pinned = Object.fromEntries(taken.map(({ facility, units }) => [facility.id, units]));
    startDraft(`split:${stepId}`, { pinned, excluded: {}, settings: {} });
    await navigate({ to: '/desk/orders/$id/split/$stepId', params: { id: workOrderId, stepId } });
  };
  return (
    <Card>
      <h3>{title}</h3>
      <p className="flex flex-wrap gap-x-6">
        <span>{words.placed(formatNumber(placed))}</span>
        {unplaced > 0 ? <strong className="text-red-1000">{words.unplaced(formatNumber(unplaced))}</strong> : null}
      </p>
      {taken.length === 0 ? null : (
        <Table
          caption={words.shares(title)}
          rows={taken}
          keyOf={({ facility }) => facility.id}
          columns={[
            { heading: words.facility, cell: ({ facility }) => facility.name },
            { heading: words.units, cell: ({ units }) => formatNumber(units), isNumber: true },
          ]}
        />
      )}
      <ButtonRow>
        {taken.length === 0 ? null : (
          <Button aria-label={words.takeOf(title)} onClick={() => void take()}>
            {words.take}
          </Button>
        )}
        {unplaced > 0 ? (
          <ButtonLink
            to="/desk/calls/new"
            search={{ step: stepId, order: workOrderId }}
            look="secondary"
            aria-label={words.callOf(title)}
          >
            {words.call}
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </Card>
  );
}
