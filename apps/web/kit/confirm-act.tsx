import { type ReactNode, useState } from 'react';
import { useCommon } from '../words/common/index.js';
import { useAct } from './act.js';
import { Button, type ButtonLook, ButtonRow } from './button.js';
import { Dialog } from './dialog.js';
import { FaultMessage } from './message.js';
import { Short } from './short.js';

/** A button for what binds or cannot be undone: it says what follows, and does it when that is confirmed. */
export function ConfirmAct({
  label,
  short,
  look = 'primary',
  title,
  children,
  confirmLabel,
  run,
}: {
  readonly label: string;
  /** What is seen of it in a row that says what it is about. */
  readonly short?: string;
  readonly look?: ButtonLook;
  readonly title: string;
  /** What follows, whom it concerns, what cannot be undone. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly run: (idempotencyKey: string) => Promise<void>;
}) {
  const { actions } = useCommon();
  const [isOpen, setIsOpen] = useState(false);
  const act = useAct();
  const confirm = async () =>
    act.run(async (idempotencyKey) => {
      await run(idempotencyKey);
      setIsOpen(false);
    });
  return (
    <>
      <Button look={look} onClick={() => setIsOpen(true)}>
        {short === undefined ? label : <Short text={short} full={label} />}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        {children}
        {act.fault === null ? null : <FaultMessage error={act.fault} />}
        <ButtonRow>
          <Button look={look === 'danger' ? 'danger' : 'primary'} isOff={act.isUnderWay} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
          <Button look="secondary" onClick={() => setIsOpen(false)}>
            {actions.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  );
}
