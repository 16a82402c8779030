import { type ReactNode, useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import { queryClient } from '../data/use-ask.js';
import { useCommon } from '../words/common/index.js';
import { plain } from '../words/readings.js';
import { Button, type ButtonLook } from './button.js';
import { Dialog } from './dialog.js';
import { useFilling } from './filling.js';
import { Form } from './form.js';
import { useOutcome } from './outcome.js';
import { rich } from './rich.js';

interface Props<Values extends FieldValues> {
  /** On the button that opens it. */
  readonly label: string;
  /** What it is about, for who hears the button without its surroundings. */
  readonly about?: string;
  readonly look?: ButtonLook;
  /** What is asked, as a title. */
  readonly title: string;
  /** What will happen, with numbers and names, and what cannot be undone; then the fields, if any. */
  readonly children?: ReactNode;
  readonly submitLabel: string;
  readonly submitLook?: ButtonLook;
  readonly defaultValues: DefaultValues<Values>;
  readonly send: (values: Values, idempotencyKey: string) => Promise<unknown>;
  /** What is said once it is done. */
  readonly done: string;
}

/** A button that asks once more before something is done, and for what it takes. */
export function FormDialog<Values extends FieldValues>({ label, about, look = 'secondary', ...rest }: Props<Values>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look={look} onClick={() => setIsOpen(true)}>
        {about === undefined ? (
          label
        ) : (
          <>
            {rich(label)}
            <span className="sr-only">{`（${plain(about)}）`}</span>
          </>
        )}
      </Button>
      {isOpen ? <Asking {...rest} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

function Asking<Values extends FieldValues>({
  title,
  children,
  submitLabel,
  submitLook,
  defaultValues,
  send,
  done,
  onClose,
}: Omit<Props<Values>, 'label' | 'about' | 'look'> & { readonly onClose: () => void }) {
  const { actions } = useCommon();
  const say = useOutcome();
  const filling = useFilling<Values>({
    defaultValues,
    send: async (values, idempotencyKey) => {
      await send(values, idempotencyKey);
      onClose();
      say(done);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog title={title} isOpen onClose={onClose} isEscapable={filling.state === 'open'}>
      <Form
        filling={filling}
        submitLabel={submitLabel}
        submitLook={submitLook ?? 'primary'}
        label={plain(title)}
        others={
          <Button look="quiet" onClick={onClose}>
            {actions.cancel}
          </Button>
        }
      >
        {children}
      </Form>
    </Dialog>
  );
}
