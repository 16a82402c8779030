import { useState } from 'react';
import { useMe } from '../app/session.js';
import { Page } from '../kit/page.js';
import { yearName } from '../kit/report/report.js';
import { useCommon } from '../words/common/index.js';
import { PlanSection } from './plan-section.js';
import { useWageWords } from './words.js';
import { useLastYear, YearView } from './year-view.js';

/** What a facility reports of its wages. */
export function OwnWagesPage() {
  const { form: words } = useWageWords();
  const { areas } = useCommon();
  const { organisationId } = useMe();
  const last = useLastYear();
  const [year, setYear] = useState(last);
  return (
    <Page title={words.title(yearName(year))} area={areas.facility} lead={words.lead} isNarrow>
      <YearView facilityId={organisationId} year={year} onYear={setYear} />
      <PlanSection facilityId={organisationId} />
    </Page>
  );
}
