import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { useToday } from '../../app/session.js';
import type { EnteredForInput } from '../../data/generated/types.js';
import { queryClient } from '../../data/use-ask.js';
import { Button } from '../../kit/button.js';
import { RadioList } from '../../kit/choices.js';
import { Dialog } from '../../kit/dialog.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { useOutcome } from '../../kit/outcome.js';
import { rich } from '../../kit/rich.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { plain } from '../../words/readings.js';
import { SaidFields } from './said-fields.js';
import { emptySaid, readSaid, type SaidAbout, type SaidParty, type SaidValues } from './said.js';
import { useDeskEnteringWords } from './words.js';

/** One step that can be entered, with what it asks for. */
export interface Step<Values> {
  readonly value: string;
  readonly label: string;
  readonly more?: ReactNode;
  readonly isLegal?: boolean;
  readonly send: (
    values: Values,
    common: { readonly idempotencyKey: string; readonly enteredFor: EnteredForInput },
  ) => Promise<unknown>;
}

interface Props<Values extends FieldValues> {
  readonly party: SaidParty;
  readonly name: string;
  readonly about: SaidAbout;
  readonly steps: readonly Step<Values>[];
  readonly defaultValues: DefaultValues<Values>;
}

/** The button 代わりに入力 and its form: what, who said so, how and when. In its place the reason when it is not allowed. */
export function EnterDialog<Values extends FieldValues>({
  isAllowed,
  ...props
}: Props<Values> & { readonly isAllowed: boolean | null }) {
  const words = useDeskEnteringWords();
  const [isOpen, setIsOpen] = useState(false);
  if (props.steps.length === 0) return null;
  if (isAllowed === false) return <p className="mt-2 text-sm text-quiet">{rich(words.off)}</p>;
  return (
    <>
      <Button look="secondary" onClick={() => setIsOpen(true)}>
        {rich(words.button)}
        <span className="sr-only">{`（${plain(props.name)}）`}</span>
      </Button>
      {isOpen ? <Entering {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

type Filled<Values> = Values & SaidValues & { step: string };

function Entering<Values extends FieldValues>({
  party,
  name,
  about,
  steps,
  defaultValues,
  onClose,
}: Props<Values> & { readonly onClose: () => void }) {
  const words = useDeskEnteringWords();
  const { actions } = useCommon();
  const today = useToday();
  const say = useOutcome();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [only] = steps.length === 1 ? steps : [];
  const filling = useFilling<Filled<Values>>({
    defaultValues: { ...defaultValues, ...emptySaid(today), step: only?.value ?? '' } as unknown as DefaultValues<
      Filled<Values>
    >,
    send: async (values, idempotencyKey) => {
      const step = steps.find(({ value }) => value === values.step);
      const enteredFor = await readSaid(party, values, files[0], about);
      await step?.send(values, { idempotencyKey, enteredFor });
      onClose();
      say(words.done);
      await queryClient.invalidateQueries();
    },
  });
  const chosen = (filling.form.watch() as { step?: string }).step;
  return (
    <Dialog title={words.title(name)} isOpen onClose={onClose} isEscapable={filling.state === 'open'}>
      <Form
        filling={filling}
        submitLabel={words.submit}
        label={plain(words.title(name))}
        others={
          <Button look="quiet" onClick={onClose}>
            {actions.cancel}
          </Button>
        }
      >
        <P>{words.lead}</P>
        <RadioList
          name="step"
          label={words.what}
          choices={steps.map(({ value, label, more }) => ({ value, label, ...(more === undefined ? {} : { more }) }))}
        />
        <SaidFields
          files={about === null ? null : files}
          onFiles={setFiles}
          isLegal={steps.find(({ value }) => value === chosen)?.isLegal ?? false}
        />
      </Form>
    </Dialog>
  );
}
