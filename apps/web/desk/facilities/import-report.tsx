import { FacilityChoices } from '../../data/generated/facility-choices.js';
import { useAsk } from '../../data/use-ask.js';
import { StateTag, type Tone } from '../../kit/state-tag.js';
import { Table } from '../../kit/table.js';
import { Facts, More, P, Quiet, Section } from '../../kit/text.js';
import { formatYen } from '../../words/format.js';
import { useLanguage } from '../../words/language.js';
import type { Report } from './report.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

type Imported = Report['facilities'][number];

const TONES: Readonly<Record<Imported['outcome'], Tone>> = {
  CREATED: 'done',
  UPDATED: 'active',
  UNCHANGED: 'ended',
  KEPT: 'ended',
  ASKED: 'waiting',
  AMBIGUOUS: 'trouble',
};

/** Everything that would be stored, or was, and everything that was not. */
export function ImportReport({ report }: { readonly report: Report }) {
  const { import: texts } = useFacilitiesWords();
  const { counts } = texts;
  return (
    <>
      <Section heading={report.isDryRun ? texts.result : texts.stored}>
        <Facts
          items={[
            [counts.created, texts.count(report.createdCount)],
            [counts.updated, texts.count(report.updatedCount)],
            [counts.unchanged, texts.count(report.unchangedCount)],
            [counts.kept, texts.count(report.keptCount)],
            [counts.asked, texts.count(report.askedCount)],
            [counts.rejected, texts.count(report.rejectedCount)],
          ]}
        />
        {report.recognition.mentionCount === 0 ? null : (
          <Quiet className="mt-2">
            {texts.recognised(report.recognition.recognisedCount, report.recognition.mentionCount)}
          </Quiet>
        )}
      </Section>
      <Problems report={report} />
      <Facilities report={report} />
      <Readings report={report} />
    </>
  );
}

function Problems({ report: { problems, problemCount, absentNames } }: { readonly report: Report }) {
  const { import: texts } = useFacilitiesWords();
  const language = useLanguage();
  return (
    <>
      {problemCount === 0 ? null : (
        <Section heading={texts.problems}>
          <P>{texts.problemsLead(problemCount)}</P>
          <ul className="mt-2 list-disc pl-6">
            {problems.map(({ sheet, line, code, value, messageJa, messageEn }, index) => (
              <li key={`${sheet} ${line} ${code} ${value} ${index}`}>{language === 'en' ? messageEn : messageJa}</li>
            ))}
          </ul>
        </Section>
      )}
      {absentNames.length === 0 ? null : (
        <Section heading={texts.absent}>
          <P>{texts.absentLead}</P>
          <ul className="mt-2 list-disc pl-6">
            {absentNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Facilities({ report }: { readonly report: Report }) {
  const { import: texts, name: nameHeading, type, capacity, persons } = useFacilitiesWords();
  const typeName = useTypeName(useAsk(FacilityChoices, {}).data);
  const all = report.createdCount + report.updatedCount + report.unchangedCount + report.keptCount + report.askedCount;
  return (
    <Section heading={texts.facilities}>
      {all > report.facilities.length ? <Quiet>{texts.first500(all)}</Quiet> : null}
      <Table
        caption={texts.facilitiesCaption}
        rows={report.facilities}
        keyOf={({ sheet, line, name }) => `${sheet} ${line} ${name}`}
        columns={[
          { heading: texts.line, isShort: true, cell: ({ sheet, line }) => texts.lineOf(sheet, line) },
          { heading: nameHeading, cell: ({ name }) => name },
          {
            heading: texts.outcome,
            isShort: true,
            cell: ({ outcome }) => <StateTag tone={TONES[outcome]}>{texts.outcomes[outcome]}</StateTag>,
          },
          { heading: type, cell: ({ stored }) => (stored.typeCode === null ? '' : typeName(stored.typeCode)) },
          {
            heading: capacity,
            cell: ({ stored }) => (stored.capacityPersons === null ? '' : persons(stored.capacityPersons)),
            isNumber: true,
          },
          { heading: texts.what, cell: (facility) => <Stored facility={facility} typeName={typeName} /> },
        ]}
      />
    </Section>
  );
}

/** What stands behind a row: of a known facility what becomes different, of a new one all that is stored. */
function Stored({
  facility: { changes, outcome, stored },
  typeName,
}: {
  readonly facility: Imported;
  readonly typeName: (code: string) => string;
}) {
  const { import: texts } = useFacilitiesWords();
  const labelOf = (field: string) => texts.fields[field.split('.')[0] ?? ''] ?? texts.otherField;
  const shown = (field: string, value: string | null) => {
    if (value === null || value === '') return texts.nothing;
    return field === 'typeCode' ? typeName(value) : value;
  };
  const lines =
    outcome === 'UPDATED'
      ? changes.map(({ field, before, after }) =>
          texts.change(labelOf(field), shown(field, before), shown(field, after)),
        )
      : [
          stored.corporationName ?? '',
          stored.facilityNumber ?? '',
          stored.address ?? '',
          stored.servicesText,
          ...stored.wages.map(({ fiscalYear, monthYen }) =>
            monthYen === null ? '' : texts.wage(fiscalYear, formatYen(monthYen)),
          ),
        ].filter((line) => line !== '');
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

function Readings({ report: { columns, passedOver } }: { readonly report: Report }) {
  const { import: texts } = useFacilitiesWords();
  return (
    <>
      <More summary={texts.columns}>
        <ul className="list-disc pl-6">
          {columns.map(({ sheet, line, heading, isStored }) => (
            <li key={`${sheet} ${line} ${heading}`}>
              {`${heading}（${isStored ? texts.isStored : texts.notStored}）`}
            </li>
          ))}
        </ul>
      </More>
      {passedOver.length === 0 ? null : (
        <More summary={texts.passed}>
          <ul className="list-disc pl-6">
            {passedOver.map(({ sheet, line, reason, text }, index) => (
              <li key={`${sheet} ${line} ${index}`}>
                {[line === null ? (sheet ?? '') : texts.lineOf(sheet, line), texts.passedReasons[reason], text].join(
                  ' ',
                )}
              </li>
            ))}
          </ul>
        </More>
      )}
    </>
  );
}
