import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { rich } from './rich.js';

/** Something to be settled before the page goes on. Escape closes it, and the focus returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  isEscapable = true,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly isEscapable?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isKeyboardDismissDisabled={!isEscapable}
      className="fixed inset-0 z-20 flex items-start justify-center overflow-y-auto bg-black/60 p-4"
    >
      <Modal className="my-8 w-full max-w-xl rounded-xl bg-white p-6 shadow-xl">
        <AriaDialog className="outline-none">
          <Heading slot="title" level={2}>
            {rich(title)}
          </Heading>
          <div className="mt-4">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
