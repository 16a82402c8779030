import { useToday } from '../app/session.js';
import { ask } from '../data/ask.js';
import { RecordHeadCount } from '../data/generated/record-head-count.js';
import type { DeskFacilityQuery } from '../data/generated/types.js';
import { afterSaving } from '../kit/after-saving.js';
import { DateField } from '../kit/date-field.js';
import { DialogButton } from '../kit/dialog-button.js';
import { NumberField } from '../kit/fields.js';
import { useFilling } from '../kit/filling.js';
import { Form } from '../kit/form.js';
import { Table } from '../kit/table.js';
import { P, Section } from '../kit/text.js';
import { formatDate, formatNumber } from '../words/format.js';
import { readWholeNumber } from '../words/typed-numbers.js';
import { useBusinessWords } from './words.js';

/** How many work at a facility: whether it employs many people with severe disabilities follows from the numbers. */
export function HeadCountsSection({
  facilityId,
  headCounts,
}: {
  readonly facilityId: string;
  readonly headCounts: DeskFacilityQuery['facility']['headCounts'];
}) {
  const { heads: words } = useBusinessWords();
  const today = useToday();
  return (
    <Section
      heading={words.heading}
      aside={
        <DialogButton label={words.add}>
          {(close) => <HeadCountForm facilityId={facilityId} onDone={close} />}
        </DialogButton>
      }
    >
      <P className="mb-3">{words.lead}</P>
      {headCounts.length === 0 ? null : (
        <Table
          caption={words.heading}
          rows={headCounts}
          keyOf={({ countedOn }) => countedOn}
          columns={[
            { heading: words.countedOn, isShort: true, cell: ({ countedOn }) => formatDate(countedOn, today) },
            { heading: words.employees, cell: ({ employees }) => formatNumber(employees), isNumber: true },
            {
              heading: words.disabled,
              cell: ({ employeesWithDisabilities }) => formatNumber(employeesWithDisabilities),
              isNumber: true,
            },
            {
              heading: words.severe,
              cell: ({ employeesWithSevereDisabilities }) => formatNumber(employeesWithSevereDisabilities),
              isNumber: true,
            },
            { heading: words.heavy, cell: ({ isHeavyEmployer }) => (isHeavyEmployer ? words.heavyYes : words.heavyNo) },
          ]}
        />
      )}
    </Section>
  );
}

function HeadCountForm({ facilityId, onDone }: { readonly facilityId: string; readonly onDone: () => void }) {
  const { heads: words, saved } = useBusinessWords();
  const today = useToday();
  const filling = useFilling({
    defaultValues: { countedOn: today, employees: '', disabled: '', severe: '' },
    send: async ({ countedOn, employees, disabled, severe }) => {
      const input = {
        facilityId,
        countedOn,
        employees: readWholeNumber(employees) ?? 0,
        employeesWithDisabilities: readWholeNumber(disabled) ?? 0,
        employeesWithSevereDisabilities: readWholeNumber(severe) ?? 0,
      };
      await ask(RecordHeadCount, { input });
      await afterSaving(saved, onDone);
    },
  });
  return (
    <Form filling={filling} submitLabel={words.submit}>
      <DateField name="countedOn" label={words.countedOn} today={today} />
      <NumberField name="employees" label={words.employees} unit={words.personUnit} />
      <NumberField name="disabled" label={words.disabled} unit={words.personUnit} />
      <NumberField name="severe" label={words.severe} unit={words.personUnit} />
    </Form>
  );
}
