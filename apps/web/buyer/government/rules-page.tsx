import { useMe } from '../../app/session.js';
import { Page } from '../../kit/page.js';
import { useCommon } from '../../words/common/index.js';
import { RulesSections } from './rules-sections.js';
import { useGovernmentWords } from './words.js';

/** What a government writes down once, so that each order can show its basis. */
export function RulesPage() {
  const { rules: words } = useGovernmentWords();
  const { areas } = useCommon();
  const { organisationId } = useMe();
  return (
    <Page title={words.title} area={areas.buyer} lead={words.lead}>
      <RulesSections buyerId={organisationId} />
    </Page>
  );
}
