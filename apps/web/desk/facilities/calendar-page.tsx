import { useParams } from '@tanstack/react-router';
import { OwnFacility } from '../../data/generated/own-facility.js';
import { useAsk } from '../../data/use-ask.js';
import { MonthGrid } from '../../facility/calendar/month-grid.js';
import { WorkWeekForm } from '../../facility/calendar/work-week-form.js';
import { ButtonLink } from '../../kit/button.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { useFacilitiesWords } from './words.js';

/** When a facility works, entered by the desk for those that tell it by telephone. */
export function FacilityCalendarPage() {
  const words = useFacilitiesWords();
  const { id } = useParams({ from: '/inside/desk-area/desk/facilities/$id/calendar' });
  const query = useAsk(OwnFacility, { id });
  return (
    <Loaded query={query}>
      {({ facility }) => (
        <Page title={words.calendarOf(facility.name)} area={words.title} lead={words.calendarLead}>
          <MonthGrid facility={facility} />
          <WorkWeekForm key={JSON.stringify(facility.workWeek)} facility={facility} />
          <ButtonLink to="/desk/facilities/$id" params={{ id }} look="quiet">
            {words.toFacility(facility.name)}
          </ButtonLink>
        </Page>
      )}
    </Loaded>
  );
}
