import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../kit/page.js';
import { PageLink } from '../kit/button.js';
import { yearName } from '../kit/report/report.js';
import { useCommon } from '../words/common/index.js';
import { PlanSection } from './plan-section.js';
import { useWageWords } from './words.js';
import { useLastYear, YearView } from './year-view.js';

/** The return of a member, entered by its desk for one that reports by telephone or on paper. */
export function MemberWagesPage() {
  const { form: words, check } = useWageWords();
  const { areas } = useCommon();
  const { id } = useParams({ from: '/inside/desk-area/desk/wages/facility/$id' });
  const last = useLastYear();
  const [year, setYear] = useState(last);
  return (
    <Page title={words.title(yearName(year))} area={areas.desk} lead={words.lead} isNarrow>
      <YearView facilityId={id} year={year} onYear={setYear} />
      <PlanSection facilityId={id} />
      <p className="mt-6">
        <PageLink to="/desk/wages">{check.to}</PageLink>
      </p>
    </Page>
  );
}
