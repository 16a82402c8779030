import { ButtonLink, PageLink } from '../../kit/button.js';
import { Page } from '../../kit/page.js';
import { StandingList } from '../../standing/standing-list.js';
import { useStandingWords } from '../../standing/words.js';
import { useCommon } from '../../words/common/index.js';

/** What the desk has agreed on for longer. */
export function StandingListPage() {
  const words = useStandingWords();
  const { areas } = useCommon();
  return (
    <Page title={words.title} area={areas.desk}>
      <ButtonLink to="/desk/standing/new">{words.propose}</ButtonLink>
      <StandingList
        link={(id, title) => (
          <PageLink to="/desk/standing/$id" params={{ id }}>
            {title}
          </PageLink>
        )}
      />
    </Page>
  );
}
