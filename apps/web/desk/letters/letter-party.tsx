import { ask } from '../../data/ask.js';
import { LetterParty } from '../../data/generated/letter-party.js';
import { SetLetterParty } from '../../data/generated/set-letter-party.js';
import { useAsk } from '../../data/use-ask.js';
import { afterSaving } from '../../kit/after-saving.js';
import { RadioList } from '../../kit/choices.js';
import { DialogButton } from '../../kit/dialog-button.js';
import { TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Loaded } from '../../kit/loaded.js';
import { P, Section } from '../../kit/text.js';
import { useLetterWords } from './words.js';

type Party = { readonly buyerId: string } | { readonly facilityId: string };
type Way = 'MAIL' | 'FAX' | 'POST';

/** How the desk reaches a buyer or a facility: many are not at home with computers. */
export function LetterPartySection({ party }: { readonly party: Party }) {
  const { party: words, fax } = useLetterWords();
  const organisationId = 'buyerId' in party ? party.buyerId : party.facilityId;
  const query = useAsk(LetterParty, { organisationId });
  return (
    <Loaded query={query}>
      {({ letterParty }) => (
        <Section
          heading={words.heading}
          aside={
            <DialogButton label={words.change}>
              {(close) => (
                <WayForm
                  party={party}
                  way={letterParty?.way ?? 'MAIL'}
                  faxNumber={letterParty?.faxNumber ?? ''}
                  onDone={close}
                />
              )}
            </DialogButton>
          }
        >
          <P>
            {words[letterParty?.way ?? 'MAIL']}
            {letterParty?.faxNumber ? fax(letterParty.faxNumber) : ''}
          </P>
        </Section>
      )}
    </Loaded>
  );
}

function WayForm({
  party,
  way,
  faxNumber,
  onDone,
}: {
  readonly party: Party;
  readonly way: Way;
  readonly faxNumber: string;
  readonly onDone: () => void;
}) {
  const { party: words } = useLetterWords();
  const filling = useFilling({
    defaultValues: { way, faxNumber },
    send: async (values) => {
      const chosen = values.way === 'MAIL' ? null : values.way;
      await ask(SetLetterParty, { input: { ...party, way: chosen, faxNumber: values.faxNumber } });
      await afterSaving(words.saved, onDone);
    },
  });
  const choice = (value: Way) => ({ value, label: words.choices[value] });
  const number = <TextField name="faxNumber" label={words.number} hint={words.numberHint} type="tel" isOptional />;
  return (
    <Form filling={filling} submitLabel={words.save}>
      <RadioList
        name="way"
        label={words.how}
        choices={[choice('MAIL'), { ...choice('FAX'), more: number }, choice('POST')]}
      />
    </Form>
  );
}
