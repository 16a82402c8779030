import { type ReactNode, useState } from 'react';
import { Button, type ButtonLook } from './button.js';
import { Dialog } from './dialog.js';
import { Short } from './short.js';

/** A button behind which a form opens. */
export function DialogButton({
  label,
  short,
  look = 'secondary',
  children,
}: {
  readonly label: string;
  /** What is seen of it in a row that says what it is about. */
  readonly short?: string;
  readonly look?: ButtonLook;
  /** What is to be filled in, and how it is closed. */
  readonly children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button look={look} onClick={() => setIsOpen(true)}>
        {short === undefined ? label : <Short text={short} full={label} />}
      </Button>
      <Dialog title={label} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
