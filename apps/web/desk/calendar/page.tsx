import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useToday } from '../../app/session.js';
import { CapacityDays } from '../../data/generated/capacity-days.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import { useAsk } from '../../data/use-ask.js';
import { ButtonLink } from '../../kit/button.js';
import { INPUT } from '../../kit/fields.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { rich } from '../../kit/rich.js';
import { P, Quiet } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { addDays, formatDate } from '../../words/format.js';
import { currentLanguage } from '../../words/language.js';
import { DayList } from './day-list.js';
import type { FacilityDays } from './facility-days.js';
import { FacilityDialog } from './facility-dialog.js';
import { CapacityGrid } from './grid.js';
import { useCapacityCalendarWords } from './words.js';

const DAYS = 35;

/** What the facilities of the desk could still take on: hours of each day, or units of some work until each day. */
export function CapacityCalendarPage() {
  const words = useCapacityCalendarWords();
  const { areas } = useCommon();
  const today = useToday();
  const { from: asked = today, work } = useSearch({ from: '/inside/desk-area/desk/calendar' });
  const from = asked < today ? today : asked;
  const to = addDays(from, DAYS - 1);
  const query = useAsk(CapacityDays, { input: { from, to, workTypeCode: work ?? null } });
  const { data: reference } = useAsk(WorkTypes, {});
  const workType = reference?.workTypes.find(({ code }) => code === work);
  const nameOf = (type: { nameJa: string; nameEn: string }) => (currentLanguage() === 'en' ? type.nameEn : type.nameJa);
  return (
    <Page title={words.title} area={areas.desk}>
      <P>{workType ? words.leadUnits(nameOf(workType)) : words.lead}</P>
      <WorkChoice
        value={work}
        choices={(reference?.workTypes ?? []).map((type) => ({ code: type.code, name: nameOf(type) }))}
      />
      <nav aria-label={words.title} className="no-print my-4 flex flex-wrap items-center gap-3">
        {from > today ? (
          <ButtonLink
            to="/desk/calendar"
            search={(now) => ({ ...now, from: later(today, addDays(from, -DAYS)) })}
            look="secondary"
          >
            {words.earlier}
          </ButtonLink>
        ) : null}
        <strong>{words.period(formatDate(from, today), formatDate(to, today))}</strong>
        <ButtonLink to="/desk/calendar" search={(now) => ({ ...now, from: addDays(from, DAYS) })} look="secondary">
          {words.later}
        </ButtonLink>
      </nav>
      <Loaded query={query}>
        {({ capacityDays }) => (
          <Days rows={capacityDays} from={from} unit={work === undefined ? null : (workType?.unit ?? '')} />
        )}
      </Loaded>
    </Page>
  );
}

const later = (a: string, b: string): string => (a > b ? a : b);

function WorkChoice({
  value,
  choices,
}: {
  readonly value: string | undefined;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
}) {
  const words = useCapacityCalendarWords();
  const navigate = useNavigate();
  return (
    <label className="no-print mt-4 block max-w-96">
      <span className="font-bold">{rich(words.work)}</span>
      <select
        className={`${INPUT} bg-white!`}
        value={value ?? ''}
        onChange={(event) =>
          void navigate({
            to: '/desk/calendar',
            search: ({ from }) => ({
              ...(from === undefined ? {} : { from }),
              ...(event.target.value === '' ? {} : { work: event.target.value }),
            }),
          })
        }
      >
        <option value="">{words.anyWork}</option>
        {choices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Days({
  rows,
  from,
  unit,
}: {
  readonly rows: readonly FacilityDays[];
  readonly from: string;
  /** Null: hours are shown. */
  readonly unit: string | null;
}) {
  const words = useCapacityCalendarWords();
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string | null>(null);
  const shown = useMemo(() => {
    const wanted = typed.normalize('NFKC').trim();
    if (wanted === '') return rows;
    return rows.filter(({ facility }) => `${facility.name} ${facility.municipality ?? ''}`.includes(wanted));
  }, [rows, typed]);
  const days = useMemo(() => Array.from({ length: DAYS }, (_, index) => addDays(from, index)), [from]);
  const row = rows.find(({ facility }) => facility.id === opened);
  return (
    <>
      <label className="no-print mb-4 block max-w-80">
        <span className="font-bold">{rich(words.narrow)}</span>
        <input type="search" className={INPUT} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      {shown.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <>
          <div className="max-md:hidden">
            <CapacityGrid rows={shown} days={days} unit={unit} onOpen={setOpened} />
            <Quiet className="mt-2">{unit === null ? words.legend : words.legendUnits}</Quiet>
          </div>
          <div className="md:hidden">
            <DayList rows={shown} days={days} unit={unit} onOpen={setOpened} />
          </div>
        </>
      )}
      {row === undefined ? null : <FacilityDialog row={row} days={days} unit={unit} onClose={() => setOpened(null)} />}
    </>
  );
}
