import { ask } from '../../data/ask.js';
import { UndoAnswer as UndoAnswerDocument } from '../../data/generated/undo-answer.js';
import { announce } from '../../kit/announce.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { P, Quiet } from '../../kit/text.js';
import { formatMoment } from '../../words/format.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

/** A yes or no by mistake can be had back for a short while. */
export function UndoAnswer({ job, onUndone }: { readonly job: Job; readonly onUndone: () => void }) {
  const { job: words } = useFacilityWords();
  if (job.undoUntil === null || !job.availableActions.includes('undoAnswer')) return null;
  return (
    <div className="mt-4">
      <Quiet className="mb-2">{words.undoLead(formatMoment(job.undoUntil))}</Quiet>
      <ConfirmAct
        label={words.undo}
        look="secondary"
        title={words.undoAsk}
        confirmLabel={words.undo}
        run={async (idempotencyKey) => {
          await ask(UndoAnswerDocument, { input: { assignmentId: job.id, idempotencyKey } });
          announce(words.undone);
          onUndone();
        }}
      >
        <P>{words.undoCheck}</P>
      </ConfirmAct>
    </div>
  );
}
