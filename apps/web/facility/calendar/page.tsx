import { useMe } from '../../app/session.js';
import { OwnFacility } from '../../data/generated/own-facility.js';
import { useAsk } from '../../data/use-ask.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { useCommon } from '../../words/common/index.js';
import { useFacilityWords } from '../words.js';
import { MonthGrid } from './month-grid.js';
import { WorkWeekForm } from './work-week-form.js';

/** When the facility works: its usual week, and the days that are different. */
export function CalendarPage() {
  const { calendar: words } = useFacilityWords();
  const { areas } = useCommon();
  const { organisationId } = useMe();
  const query = useAsk(OwnFacility, { id: organisationId });
  return (
    <Page title={words.title} area={areas.facility}>
      <Loaded query={query}>
        {({ facility }) => (
          <>
            <MonthGrid facility={facility} />
            <WorkWeekForm key={JSON.stringify(facility.workWeek)} facility={facility} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
