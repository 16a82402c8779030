import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { OwnFacility } from '../../data/generated/own-facility.js';
import type { OwnFacilityQuery } from '../../data/generated/types.js';
import { WorkTypes } from '../../data/generated/work-types.js';
import { useAsk } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { useCommon } from '../../words/common/index.js';
import { formatNumber, formatSen, formatUnits } from '../../words/format.js';
import { useWorkName } from '../../words/work-name.js';
import { useFacilityWords } from '../words.js';
import { AbilityForm } from './ability-form.js';

type Ability = OwnFacilityQuery['facility']['capabilities'][number];

/** What the facility does, how fast, how much and from how many on. */
export function AbilitiesPage() {
  const { abilities: words } = useFacilityWords();
  const { areas } = useCommon();
  const { organisationId } = useMe();
  const query = useAsk(OwnFacility, { id: organisationId });
  const [edited, setEdited] = useState<Ability | 'new' | null>(null);
  const workTypes = useAsk(WorkTypes, {}, { isWanted: edited === 'new' });
  const workName = useWorkName();
  return (
    <Page title={words.title} area={areas.facility} lead={words.lead}>
      <Loaded query={query}>
        {({ facility: { capabilities } }) =>
          capabilities.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <Table
              caption={words.caption}
              rows={capabilities}
              keyOf={({ id }) => id}
              columns={[
                { heading: words.work, cell: ({ workType }) => workName(workType) },
                { heading: words.offered, cell: ({ isOffered }) => (isOffered ? words.yes : words.no) },
                {
                  heading: words.pace,
                  cell: ({ secondsPerUnit }) => `${formatNumber(secondsPerUnit)}${words.seconds}`,
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
                    dailyLimitUnits === null ? words.none : formatUnits(dailyLimitUnits, workType.unit),
                  isNumber: true,
                },
                { heading: words.price, cell: ({ unitPriceSen }) => formatSen(unitPriceSen), isNumber: true },
                {
                  heading: words.action,
                  cell: (ability) => (
                    <Button look="quiet" onClick={() => setEdited(ability)}>
                      {words.edit(workName(ability.workType))}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
      <div className="mt-6">
        <Button look="secondary" onClick={() => setEdited('new')}>
          {words.add}
        </Button>
      </div>
      {edited === null ? null : (
        <Dialog
          title={edited === 'new' ? words.add : words.edit(workName(edited.workType))}
          isOpen
          onClose={() => setEdited(null)}
        >
          <AbilityForm
            facilityId={organisationId}
            ability={edited === 'new' ? null : edited}
            choices={(workTypes.data?.workTypes ?? []).filter(
              ({ code }) => !query.data?.facility.capabilities.some(({ workType }) => workType.code === code),
            )}
            onSaved={() => setEdited(null)}
          />
        </Dialog>
      )}
    </Page>
  );
}
