import type { DeskFacilityQuery } from '../../data/generated/types.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink } from '../../kit/button.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Table } from '../../kit/table.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { formatNumber, formatSen, formatUnits } from '../../words/format.js';
import { useWorkName } from '../../words/work-name.js';
import { AbilityForm } from '../../facility/abilities/ability-form.js';
import { useFacilitiesWords } from './words.js';

const MINUTES_PER_HOUR = 60;

/** What the facility can do, as the desk enters it for those who do not themselves; and its usual week. */
export function FacilityAbilities({ facility }: { readonly facility: DeskFacilityQuery['facility'] }) {
  const words = useFacilitiesWords();
  const workName = useWorkName();
  const { id, capabilities, workWeek } = facility;
  const workTypes = useAsk(WorkTypes, {});
  const choices = (workTypes.data?.workTypes ?? []).filter(
    ({ code }) => !capabilities.some(({ workType }) => workType.code === code),
  );
  return (
    <>
      <Section
        heading={words.abilities}
        aside={
          <DialogButton label={words.addAbility}>
            {(close) => <AbilityForm facilityId={id} ability={null} choices={choices} onSaved={close} />}
          </DialogButton>
        }
      >
        <P className="mb-3">{words.abilitiesLead}</P>
        {capabilities.length === 0 ? (
          <Quiet>{words.noWorks}</Quiet>
        ) : (
          <Table
            caption={words.abilities}
            rows={capabilities}
            keyOf={({ id: abilityId }) => abilityId}
            columns={[
              { heading: words.work, cell: ({ workType }) => workName(workType) },
              { heading: words.offered, isShort: true, cell: ({ isOffered }) => (isOffered ? words.yes : words.no) },
              {
                heading: words.pace,
                cell: ({ secondsPerUnit }) => words.seconds(formatNumber(secondsPerUnit)),
                isNumber: true,
              },
              {
                heading: words.lot,
                cell: ({ minimumLot, workType }) => formatUnits(minimumLot, workType.unit),
                isNumber: true,
              },
              {
                heading: words.daily,
                cell: ({ dailyLimitUnits, workType }) =>
                  dailyLimitUnits === null ? words.noLimit : formatUnits(dailyLimitUnits, workType.unit),
                isNumber: true,
              },
              { heading: words.price, cell: ({ unitPriceSen }) => formatSen(unitPriceSen), isNumber: true },
              {
                heading: words.action,
                cell: (ability) => (
                  <DialogButton label={words.editAbility(workName(ability.workType))} short={words.edit} look="quiet">
                    {(close) => <AbilityForm facilityId={id} ability={ability} choices={[]} onSaved={close} />}
                  </DialogButton>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section heading={words.week}>
        <ul className="flex flex-wrap gap-x-6">
          {words.weekdays.map((day, index) => {
            const minutes = workWeek.find(({ weekday }) => weekday === index + 1)?.workMinutes ?? 0;
            return (
              <li key={day}>
                {`${day} ${minutes === 0 ? words.closed : words.hours(formatNumber(minutes / MINUTES_PER_HOUR))}`}
              </li>
            );
          })}
        </ul>
        <AddressLink href="/desk/calendar">{words.calendarLink}</AddressLink>
      </Section>
    </>
  );
}
