import { isAdmin, useMe, useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { RecordedResults } from '../data/generated/recorded-results.js';
import { RemoveRecordedResult } from '../data/generated/remove-recorded-result.js';
import type { RecordedResultsQuery } from '../data/generated/types.js';
import { useAsk } from '../data/use-ask.js';
import { FormDialog } from '../kit/form-dialog.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { Pager, Table } from '../kit/table.js';
import { Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { formatDate, formatNumber, formatYen } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { ImportTable } from './import-table.js';
import { RecordDialog } from './record-dialog.js';
import { PLACES, useArea, useAsked, useShow } from './search.js';
import { ResultTabs } from './tabs.js';
import { useResultsWords } from './words.js';

const TAKE = 50;
type Source = RecordedResultsQuery['recordedSources'][number];
type Row = RecordedResultsQuery['recordedResults']['items'][number];

/** What was done or bought outside the product: imported lists, rows entered by hand, and both ways in. */
export function RecordedPage() {
  const { recorded: words } = useResultsWords();
  const { areas } = useCommon();
  const me = useMe();
  const area = useArea();
  const { search, walked } = useAsked();
  const show = useShow(PLACES[area].recorded);
  const query = useAsk(RecordedResults, { filter: null, first: TAKE, after: walked.at(-1) ?? null });
  return (
    <Page title={words.title} area={areas[area]} lead={words.lead}>
      <ResultTabs current={PLACES[area].recorded} />
      <Loaded query={query}>
        {({ recordedSources, recordedResults: { items, totalItems, ...place }, procurementCategories }) => (
          <>
            <Section heading={words.sources}>
              {recordedSources.length === 0 ? <Empty>{words.noSources}</Empty> : <Sources sources={recordedSources} />}
            </Section>
            <Section heading={words.rows}>
              <RecordDialog categories={procurementCategories} />
              {totalItems === 0 ? (
                <Empty>{words.empty}</Empty>
              ) : (
                <>
                  <Rows rows={items} categories={procurementCategories} />
                  <Pager
                    walked={walked}
                    take={TAKE}
                    total={totalItems}
                    place={place}
                    onMove={(next) => show({ ...search, walked: next.join('.') })}
                  />
                </>
              )}
            </Section>
          </>
        )}
      </Loaded>
      {isAdmin(me.role) || area === 'prefecture' ? <ImportTable /> : null}
    </Page>
  );
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const { recorded: words } = useResultsWords();
  return (
    <Table
      caption={words.sources}
      rows={sources}
      keyOf={({ sourceName }) => sourceName ?? ''}
      columns={[
        { heading: words.list, cell: ({ sourceName }) => sourceName ?? words.byHand },
        { heading: words.file, cell: ({ fileName }) => fileName ?? '–' },
        {
          heading: words.yearsOf,
          cell: ({ fromYear, toYear }) =>
            fromYear === toYear ? yearName(fromYear) : `${yearName(fromYear)}–${yearName(toYear)}`,
        },
        { heading: words.count, cell: ({ rowCount }) => formatNumber(rowCount), isNumber: true },
        { heading: words.yen, cell: ({ yen }) => formatYen(yen), isNumber: true },
      ]}
    />
  );
}

function Rows({
  rows,
  categories,
}: {
  readonly rows: readonly Row[];
  readonly categories: RecordedResultsQuery['procurementCategories'];
}) {
  const { recorded: words } = useResultsWords();
  const me = useMe();
  const today = useToday();
  const area = useArea();
  const isEnglish = useLanguage() === 'en';
  const names = new Map(categories.map(({ code, nameJa, nameEn }) => [code, isEnglish ? nameEn : nameJa]));
  const mayRemove = isAdmin(me.role) || area === 'prefecture';
  const categoryOf = ({ categoryCode, contractType }: Row) =>
    [categoryCode === null ? '' : names.get(categoryCode), contractType === null ? '' : words.types[contractType]]
      .filter((part) => part !== '')
      .join('、');
  return (
    <Table
      caption={words.rows}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: words.yearsOf,
          cell: ({ fiscalYear, performedOn }) =>
            performedOn === null ? yearName(fiscalYear) : formatDate(performedOn, today),
          isShort: true,
        },
        { heading: words.what, cell: ({ title, grain }) => (grain === 'TOTAL' ? words.total : title || '–') },
        { heading: words.category, cell: categoryOf },
        { heading: words.whose, cell: ({ government, department }) => `${government} ${department}`.trim() },
        { heading: words.facility, cell: ({ facilityName }) => facilityName },
        { heading: words.yen, cell: ({ yen }) => (yen === null ? '–' : formatYen(yen)), isNumber: true },
        {
          heading: words.from,
          cell: ({ sourceFile, sourceRow, id, title }) =>
            sourceFile !== null ? (
              `${sourceFile} ${sourceRow ?? ''}`
            ) : mayRemove ? (
              <FormDialog
                label={words.remove}
                about={title}
                title={words.removeTitle}
                submitLabel={words.remove}
                submitLook="danger"
                defaultValues={{}}
                send={async () => ask(RemoveRecordedResult, { input: { resultId: id } })}
                done={words.removed}
              />
            ) : (
              words.byHand
            ),
        },
      ]}
    />
  );
}
