import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { CancelCall } from '../../../data/generated/cancel-call.js';
import { CloseCall } from '../../../data/generated/close-call.js';
import { queryClient } from '../../../data/use-ask.js';
import { Button, ButtonRow } from '../../../kit/button.js';
import { Dialog } from '../../../kit/dialog.js';
import { TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { P } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { useCallWords } from '../words.js';
import type { CallView } from './call-view.js';

type Ending = 'close' | 'cancel';

/** Closing ends the answering, cancelling the call itself; neither can be undone, so both say once more what they do. */
export function EndCall({ call, onSaid }: { readonly call: CallView; readonly onSaid: (sentence: string) => void }) {
  const { call: words } = useCallWords();
  const [ending, setEnding] = useState<Ending | null>(null);
  const can = (action: Ending) => call.availableActions.includes(action);
  if (!can('close') && !can('cancel')) return null;
  return (
    <ButtonRow>
      {can('close') ? (
        <Button look="secondary" onClick={() => setEnding('close')}>
          {words.close}
        </Button>
      ) : null}
      {can('cancel') ? (
        <Button look="danger" onClick={() => setEnding('cancel')}>
          {words.cancel}
        </Button>
      ) : null}
      {ending === null ? null : (
        <EndDialog call={call} ending={ending} onClose={() => setEnding(null)} onSaid={onSaid} />
      )}
    </ButtonRow>
  );
}

function EndDialog({
  call,
  ending,
  onClose,
  onSaid,
}: {
  readonly call: CallView;
  readonly ending: Ending;
  readonly onClose: () => void;
  readonly onSaid: (sentence: string) => void;
}) {
  const { call: words } = useCallWords();
  const { actions } = useCommon();
  const isClosing = ending === 'close';
  const filling = useFilling({
    defaultValues: { reason: '' },
    send: async ({ reason }, idempotencyKey) => {
      const input = { callId: call.id, idempotencyKey };
      await (isClosing ? ask(CloseCall, { input }) : ask(CancelCall, { input: { ...input, reason } }));
      onClose();
      onSaid(isClosing ? words.doneClosed : words.doneCancelled);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Dialog title={isClosing ? words.closeTitle : words.cancelTitle} isOpen onClose={onClose}>
      <P>{isClosing ? words.closeLead : words.cancelLead}</P>
      <Form
        filling={filling}
        submitLabel={isClosing ? words.close : words.cancel}
        submitLook={isClosing ? 'primary' : 'danger'}
        others={
          <Button look="secondary" onClick={onClose}>
            {actions.back}
          </Button>
        }
      >
        {isClosing ? null : <TextField name="reason" label={words.reason} />}
      </Form>
    </Dialog>
  );
}
