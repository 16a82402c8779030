import { PageLink } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { StandingList } from '../../standing/standing-list.js';
import { useStandingWords } from '../../standing/words.js';
import { useCommon } from '../../words/common/index.js';

/** What the buyer has agreed on for longer, and what is proposed. */
export function BuyerStandingListPage() {
  const words = useStandingWords();
  const { areas } = useCommon();
  return (
    <Page title={words.title} area={areas.buyer}>
      <StandingList
        link={(id, title) => (
          <PageLink to="/buyer/standing/$id" params={{ id }}>
            {title}
          </PageLink>
        )}
      />
    </Page>
  );
}
