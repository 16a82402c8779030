import { OverseenDesks } from '../data/generated/overseen-desks.js';
import { useAsk } from '../data/use-ask.js';
import { ButtonLink, ButtonRow } from '../kit/button.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Card } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { usePrefectureWords } from './words.js';

/** The desks whose reports an officer reads. */
export function OverseenDesksPage() {
  const { desks: words } = usePrefectureWords();
  const { areas } = useCommon();
  const query = useAsk(OverseenDesks, {});
  return (
    <Page title={words.title} area={areas.prefecture} lead={words.lead}>
      <Loaded query={query}>
        {({ overseenDesks }) =>
          overseenDesks.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <ul className="grid gap-3">
              {overseenDesks.map(({ id, name }) => (
                <li key={id}>
                  <Card>
                    <h2 className="text-lg">{name}</h2>
                    <ButtonRow>
                      <ButtonLink to="/prefecture/desks/$id" params={{ id }}>
                        {words.results(name)}
                      </ButtonLink>
                      <ButtonLink to="/prefecture/desks/$id/facilities" params={{ id }} look="secondary">
                        {words.facilities(name)}
                      </ButtonLink>
                    </ButtonRow>
                  </Card>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
