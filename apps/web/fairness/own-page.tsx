import { FairnessLedgers } from '../data/generated/fairness-ledgers.js';
import { useAsk } from '../data/use-ask.js';
import { Empty, Loaded } from '../kit/loaded.js';
import { Page } from '../kit/page.js';
import { Section } from '../kit/text.js';
import { useCommon } from '../words/common/index.js';
import { FairnessChoices } from './choices.js';
import { LevelText } from './ledger-page.js';
import { LineView } from './line-view.js';
import { useFairnessAsked } from './search.js';
import { useFairnessWords } from './words.js';

/** What a facility received from each of its desks, against the level; of others it sees nothing. */
export function OwnFairnessPage() {
  const words = useFairnessWords();
  const { areas } = useCommon();
  const { fiscalYear, measure } = useFairnessAsked();
  const query = useAsk(FairnessLedgers, { fiscalYear, measure });
  return (
    <Page title={words.ownTitle} area={areas.facility} lead={words.ownLead}>
      <FairnessChoices />
      <Loaded query={query}>
        {({ fairnessLedgers }) =>
          fairnessLedgers.length === 0 ? (
            <Empty>{words.empty}</Empty>
          ) : (
            <>
              {fairnessLedgers.map((ledger) => (
                <Section key={ledger.deskId} heading={ledger.deskName}>
                  <LevelText ledger={ledger} />
                  {ledger.lines.map((line) => (
                    <LineView key={line.facilityId} ledger={ledger} line={line} />
                  ))}
                </Section>
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
