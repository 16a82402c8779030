import { isAdmin, useMe } from '../../app/session.js';
import { DeskSettings } from '../../data/generated/desk-settings.js';
import { useAsk } from '../../data/use-ask.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { Loaded } from '../../kit/loaded.js';
import { Facts, Section } from '../../kit/text.js';
import { formatNumber } from '../../words/format.js';
import { SettingsPage } from './settings-page.js';
import { SplitForm } from './split-form.js';
import { useSettingsWords } from './words.js';

const PERMILLE_PER_PERCENT = 10;

/** With what a split is proposed, and how long facilities have to answer. */
export function SplitSettingsPage() {
  const { split: words, percent, none } = useSettingsWords();
  const { organisationId: deskId, role } = useMe();
  const query = useAsk(DeskSettings, { deskId });
  const share = (permille: number) => percent(formatNumber(permille / PERMILLE_PER_PERCENT));
  return (
    <SettingsPage tab="split" lead={words.lead}>
      <Loaded query={query}>
        {({ desks }) => {
          const settings = desks.find(({ id }) => id === deskId)?.settings;
          if (!settings) return none;
          const { splitMaxFacilities, splitMaxDefectPermille, splitRegions } = settings;
          return (
            <>
              <Section
                heading={words.heading}
                aside={
                  isAdmin(role) ? (
                    <DialogButton label={words.edit}>
                      {(close) => <SplitForm settings={settings} onDone={close} />}
                    </DialogButton>
                  ) : null
                }
              >
                <Facts
                  items={[
                    [words.measure, words.measures[settings.splitMeasure]],
                    [words.rule, words.rules[settings.splitRule]],
                    [words.prices, words.splitPrices[settings.splitPrices]],
                    [
                      words.maxFacilities,
                      splitMaxFacilities === null ? words.limitNone : `${splitMaxFacilities}${words.places}`,
                    ],
                    [
                      words.maxDefect,
                      splitMaxDefectPermille === null ? words.limitNone : share(splitMaxDefectPermille),
                    ],
                    [words.tolerance, share(settings.splitPriceTolerancePermille)],
                    [words.regions, splitRegions.length === 0 ? words.allRegions : splitRegions.join('、')],
                  ]}
                />
              </Section>
              <Section heading={words.answers}>
                <Facts
                  items={[
                    [words.answerDays, words.workingDays(settings.answerWorkingDays)],
                    [words.deliveryDays, words.workingDays(settings.deliveryWorkingDays)],
                    [words.feeRate, share(settings.feeRatePermille)],
                  ]}
                />
              </Section>
            </>
          );
        }}
      </Loaded>
    </SettingsPage>
  );
}
