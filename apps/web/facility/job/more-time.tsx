import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { RequestExtension } from '../../data/generated/request-extension.js';
import { DateField } from '../../kit/date-field.js';
import { TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { Message } from '../../kit/message.js';
import { P } from '../../kit/text.js';
import { formatDate } from '../../words/format.js';
import { useFacilityWords } from '../words.js';
import type { Job } from './job.js';

/** More time to answer an offer: what was asked for, what the desk said to it, and the button to ask. */
export function MoreTime({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const today = useToday();
  const { extensionUntil, extensionRefusal, extendableTo } = job;
  return (
    <>
      {extensionUntil === null ? null : <Message>{words.timeAsked(formatDate(extensionUntil, today))}</Message>}
      {extensionRefusal === null ? null : <Message kind="warning">{words.timeRefused(extensionRefusal)}</Message>}
      {job.availableActions.includes('requestExtension') && extendableTo !== null ? (
        <div className="mt-4">
          <FormDialog<{ until: string; timeReason: string }>
            label={words.moreTime}
            title={words.moreTimeAsk}
            submitLabel={words.moreTimeSubmit}
            defaultValues={{ until: extensionUntil ?? '', timeReason: '' }}
            done={words.moreTimeDone}
            send={async ({ until, timeReason: reason }, idempotencyKey) =>
              ask(RequestExtension, { input: { assignmentId: job.id, idempotencyKey, until, reason } })
            }
          >
            <P>{words.moreTimeLead}</P>
            <DateField
              name="until"
              label={words.moreTimeUntil}
              hint={words.moreTimeHint(formatDate(extendableTo, today))}
              today={today}
              min={today}
            />
            <TextField name="timeReason" label={words.reason} hint={words.moreTimeReasonHint} />
          </FormDialog>
        </div>
      ) : null}
    </>
  );
}
