import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useToday } from '../../../app/session.js';
import { CallQualities } from '../../../data/generated/call-qualities.js';
import { useAsk } from '../../../data/use-ask.js';
import { Button, ButtonRow } from '../../../kit/button.js';
import { Empty } from '../../../kit/loaded.js';
import { rich } from '../../../kit/rich.js';
import { StateTag } from '../../../kit/state-tag.js';
import { Table } from '../../../kit/table.js';
import { Quiet, Section } from '../../../kit/text.js';
import { formatDate, formatSen, formatUnits } from '../../../words/format.js';
import { plain } from '../../../words/readings.js';
import { startDraft } from '../../split/draft.js';
import { useCallWords } from '../words.js';
import type { CallAnswer, CallView } from './call-view.js';

type Sort = 'price' | 'units' | 'date';
const SORTS: readonly Sort[] = ['price', 'units', 'date'];
const PERMILLE_PER_PERCENT = 10;

const BY: Readonly<Record<Sort, (a: CallAnswer, b: CallAnswer) => number>> = {
  price: (a, b) => (a.unitPriceSen ?? Infinity) - (b.unitPriceSen ?? Infinity),
  units: (a, b) => (b.units ?? 0) - (a.units ?? 0),
  date: (a, b) => (a.earliestFinishOn ?? '9').localeCompare(b.earliestFinishOn ?? '9'),
};

/** The answers side by side, with what those come to that are chosen. */
export function Answers({ call, answers }: { readonly call: CallView; readonly answers: readonly CallAnswer[] }) {
  const { call: words } = useCallWords();
  const today = useToday();
  const navigate = useNavigate();
  const [sort, setSort] = useState<Sort>('price');
  const [omitted, setOmitted] = useState<ReadonlySet<string>>(new Set());
  const { data } = useAsk(
    CallQualities,
    { facilityIds: answers.map(({ facility }) => facility.id) },
    { isWanted: answers.length > 0 },
  );
  const qualityOf = new Map(data?.qualities.map((quality) => [quality.facility.id, quality]));
  const { unit } = call.workType;
  const { stepId, workOrderId } = call;
  const percent = (permille: number) => (permille / PERMILLE_PER_PERCENT).toFixed(1);
  const split = async () => {
    if (stepId === null || workOrderId === null) return;
    const excluded = Object.fromEntries([...omitted].map((facilityId) => [facilityId, '']));
    startDraft(`split:${stepId}`, { pinned: {}, excluded, settings: {} });
    await navigate({
      to: '/desk/orders/$id/split/$stepId',
      params: { id: workOrderId, stepId },
      search: { callId: call.id },
    });
  };
  return (
    <Section heading={`${words.answers}（${answers.length}）`}>
      {answers.length === 0 ? (
        <Empty>{words.noAnswers}</Empty>
      ) : (
        <>
          <div role="group" aria-label={plain(words.sort)} className="mb-3 flex flex-wrap gap-2">
            {SORTS.map((each) => (
              <Button
                key={each}
                look={each === sort ? 'primary' : 'secondary'}
                aria-pressed={each === sort}
                onClick={() => setSort(each)}
              >
                {words.sorts[each]}
              </Button>
            ))}
          </div>
          <Table
            caption={words.caption}
            rows={[...answers].sort((a, b) => BY[sort](a, b) || a.facility.name.localeCompare(b.facility.name, 'ja'))}
            keyOf={({ id }) => id}
            columns={[
              {
                heading: words.use,
                cell: ({ facility }) => (
                  <label className="inline-flex size-11 items-center justify-center">
                    <input
                      type="checkbox"
                      className="size-6 accent-blue-900"
                      aria-label={plain(words.useOf(facility.name))}
                      checked={!omitted.has(facility.id)}
                      onChange={() => setOmitted(toggled(omitted, facility.id))}
                    />
                  </label>
                ),
              },
              {
                heading: words.facility,
                cell: ({ facility, isLate, version }) => (
                  <span className="flex flex-wrap items-center gap-2">
                    <strong>{facility.name}</strong>
                    {isLate ? <StateTag tone="waiting">{words.late}</StateTag> : null}
                    {version > 1 ? <span className="text-sm">{rich(words.revised(version))}</span> : null}
                  </span>
                ),
              },
              { heading: words.units, cell: ({ units }) => formatUnits(units ?? 0, unit), isNumber: true },
              {
                heading: words.price,
                cell: ({ unitPriceSen }) => (unitPriceSen === null ? '' : formatSen(unitPriceSen)),
                isNumber: true,
              },
              {
                heading: words.finish,
                cell: ({ earliestFinishOn }) => (earliestFinishOn === null ? '' : formatDate(earliestFinishOn, today)),
              },
              {
                heading: words.quality,
                cell: ({ facility }) => {
                  const quality = qualityOf.get(facility.id);
                  const told = [
                    typeof quality?.onTimePermille === 'number' ? words.onTime(percent(quality.onTimePermille)) : '',
                    typeof quality?.defectPermille === 'number' ? words.defects(percent(quality.defectPermille)) : '',
                  ].filter((text) => text !== '');
                  return told.length === 0 ? words.unknown : told.join('・');
                },
              },
              { heading: words.remark, cell: ({ remark }) => remark },
            ]}
          />
          <Sum call={call} chosen={answers.filter(({ facility }) => !omitted.has(facility.id))} />
          {stepId === null || !call.availableActions.includes('use') ? null : (
            <>
              <ButtonRow>
                <Button isOff={omitted.size === answers.length} onClick={() => void split()}>
                  {words.split}
                </Button>
              </ButtonRow>
              <Quiet>{words.splitHint}</Quiet>
            </>
          )}
        </>
      )}
    </Section>
  );
}

function Sum({ call, chosen }: { readonly call: CallView; readonly chosen: readonly CallAnswer[] }) {
  const { call: words } = useCallWords();
  const { unit } = call.workType;
  const units = chosen.reduce((sum, answer) => sum + (answer.units ?? 0), 0);
  const priced = chosen.filter(({ unitPriceSen }) => unitPriceSen !== null);
  const pricedUnits = priced.reduce((sum, answer) => sum + (answer.units ?? 0), 0);
  const sen = priced.reduce((sum, answer) => sum + (answer.units ?? 0) * (answer.unitPriceSen ?? 0), 0);
  return (
    <p role="status" className="mt-4 flex flex-wrap gap-x-6 rounded-lg border-2 border-blue-900 px-4 py-2 font-bold">
      <span>{rich(words.sum(formatUnits(units, unit), formatUnits(call.quantity, unit)))}</span>
      <span>
        {rich(units < call.quantity ? words.short(formatUnits(call.quantity - units, unit)) : words.enoughUnits)}
      </span>
      {pricedUnits === 0 ? null : <span>{rich(words.average(formatSen(Math.round(sen / pricedUnits))))}</span>}
    </p>
  );
}

function toggled(set: ReadonlySet<string>, value: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
