import { useToday } from '../../app/session.js';
import { HeadCountsSection } from '../../business/head-counts-section.js';
import { FacilityChoices } from '../../data/generated/facility-choices.js';
import type { DeskFacilityQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Table } from '../../kit/table.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatYen } from '../../words/format.js';
import { EligibilityForm, EndEligibilityForm } from './facility-forms.js';
import { useTypeName } from './type-name.js';
import { useFacilitiesWords } from './words.js';

type Facility = DeskFacilityQuery['facility'];

/** What is on record of a facility: why governments may order from it, how many work there, what they earn. */
export function FacilityRecords({ facility }: { readonly facility: Facility }) {
  return (
    <>
      <Eligibilities facility={facility} />
      <HeadCountsSection facilityId={facility.id} headCounts={facility.headCounts} />
      <Wages facility={facility} />
    </>
  );
}

function Eligibilities({ facility: { id, eligibilities } }: { readonly facility: Facility }) {
  const words = useFacilitiesWords();
  const today = useToday();
  const typeName = useTypeName(useAsk(FacilityChoices, {}).data);
  return (
    <Section
      heading={words.eligibility}
      aside={
        <DialogButton label={words.addEligibility}>
          {(close) => <EligibilityForm facilityId={id} onDone={close} />}
        </DialogButton>
      }
    >
      <P className="mb-3">{words.eligibilityLead}</P>
      {eligibilities.length === 0 ? (
        <Quiet>{words.noEligibility}</Quiet>
      ) : (
        <Table
          caption={words.eligibilityCaption}
          rows={eligibilities}
          keyOf={({ id: eligibilityId }) => eligibilityId}
          columns={[
            { heading: words.type, cell: ({ typeCode }) => typeName(typeCode) },
            { heading: words.evidence, cell: ({ evidence }) => evidence },
            { heading: words.from, isShort: true, cell: ({ fromOn }) => formatDate(fromOn, today) },
            {
              heading: words.untilOn,
              isShort: true,
              cell: ({ untilOn }) => (untilOn === null ? words.forever : formatDate(untilOn, today)),
            },
            {
              heading: words.action,
              cell: ({ id: eligibilityId, typeCode, untilOn }) =>
                untilOn === null ? (
                  <DialogButton
                    label={words.endEligibilityOf(typeName(typeCode))}
                    short={words.endEligibility}
                    look="quiet"
                  >
                    {(close) => <EndEligibilityForm eligibilityId={eligibilityId} onDone={close} />}
                  </DialogButton>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Wages({ facility: { registryWages } }: { readonly facility: Facility }) {
  const words = useFacilitiesWords();
  if (registryWages.length === 0) return null;
  const yen = (amount: number | null) => (amount === null ? '' : formatYen(amount));
  return (
    <Section heading={words.wages}>
      <Table
        caption={words.wagesCaption}
        rows={registryWages}
        keyOf={({ fiscalYear }) => String(fiscalYear)}
        columns={[
          { heading: words.year, isShort: true, cell: ({ fiscalYear }) => words.fiscalYear(fiscalYear) },
          { heading: words.month, cell: ({ monthYen }) => yen(monthYen), isNumber: true },
          { heading: words.hour, cell: ({ hourYen }) => yen(hourYen), isNumber: true },
          { heading: words.target, cell: ({ targetMonthYen }) => yen(targetMonthYen), isNumber: true },
        ]}
      />
    </Section>
  );
}
