import { useState } from 'react';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { RemoveAttachment } from '../../data/generated/remove-attachment.js';
import { ReportDelivery } from '../../data/generated/report-delivery.js';
import { upload } from '../../data/upload.js';
import { queryClient } from '../../data/use-ask.js';
import { ConfirmAct } from '../../kit/confirm-act.js';
import { FileField } from '../../kit/file-field.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { Done, Message } from '../../kit/message.js';
import { Card, P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { dayOf, formatDate, formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useFacilityWords } from '../words.js';
import { Files } from '../../kit/files.js';
import type { Job } from './job.js';

/** What was handed over, and the next handing over. */
export function Deliver({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const [isSaid, setIsSaid] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const canDeliver = job.availableActions.some((action) => action === 'deliverPart' || action === 'deliverRest');
  if (!canDeliver && job.deliveries.length === 0) return null;
  return (
    <Section heading={words.deliver} id="deliver">
      {isSaid ? <Done takesFocus>{words.delivered}</Done> : null}
      {faults.map((name) => (
        <Message key={name} kind="warning">
          {words.photosFailed(name)}
        </Message>
      ))}
      {canDeliver ? (
        <DeliverForm
          job={job}
          onDelivered={(failed) => {
            setIsSaid(true);
            setFaults(failed);
          }}
        />
      ) : null}
      {job.deliveries.length === 0 ? null : <Deliveries job={job} />}
    </Section>
  );
}

function DeliverForm({ job, onDelivered }: { readonly job: Job; readonly onDelivered: (failed: string[]) => void }) {
  const { job: words } = useFacilityWords();
  const { form } = useCommon();
  const { unit } = job.workType;
  const [photos, setPhotos] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const delivered = job.deliveries.reduce((sum, { units }) => sum + units, 0);
  const left = Math.max(0, job.units - delivered);
  const filling = useFilling<{ deliverUnits: string; deliverNote: string }>({
    draftKey: `deliver:${job.id}`,
    defaultValues: { deliverUnits: '', deliverNote: '' },
    send: async ({ deliverUnits, deliverNote }, idempotencyKey) => {
      const input = {
        assignmentId: job.id,
        idempotencyKey,
        units: readWholeNumber(deliverUnits) ?? 0,
        note: deliverNote,
      };
      const { reportDelivery } = await ask(ReportDelivery, { input });
      const deliveryId = newest(reportDelivery.assignment.deliveries);
      onDelivered(deliveryId === null ? [] : await sendPhotos(deliveryId));
      filling.form.reset({ deliverUnits: '', deliverNote: '' });
      setPhotos([]);
      await queryClient.invalidateQueries();
    },
  });
  /** The delivery is told already: a photo that does not arrive takes nothing back. @returns the names of those */
  const sendPhotos = async (deliveryId: string): Promise<string[]> => {
    const failed: string[] = [];
    for (const photo of photos) {
      await upload(photo, 'DELIVERY', deliveryId, (percent) => setSending(form.sending(photo.name, percent))).catch(
        () => failed.push(photo.name),
      );
    }
    setSending(null);
    return failed;
  };
  return (
    <Form filling={filling} submitLabel={words.reportDelivery} label={words.deliver}>
      <NumberField
        name="deliverUnits"
        label={words.deliverUnits}
        hint={words.deliverHint(formatUnits(left, unit))}
        unit={unit}
        min={1}
        max={Math.max(left, 1)}
      />
      <FileField label={words.photos} hint={words.photosHint} accept="image/*" files={photos} onChange={setPhotos} />
      <TextField name="deliverNote" label={words.note} isOptional />
      {sending === null ? null : <P className="mt-3">{sending}</P>}
    </Form>
  );
}

function newest(deliveries: readonly { readonly id: string; readonly deliveredAt: string }[]): string | null {
  const [last] = [...deliveries].sort((a, b) => b.deliveredAt.localeCompare(a.deliveredAt));
  return last?.id ?? null;
}

function Deliveries({ job }: { readonly job: Job }) {
  const { job: words } = useFacilityWords();
  const today = useToday();
  const { unit } = job.workType;
  return (
    <>
      <h3 className="mt-6">{words.deliveries}</h3>
      <ul className="mt-2 grid gap-2">
        {job.deliveries.map(({ id, units, note, deliveredAt, inspection, attachments }) => (
          <li key={id}>
            <Card>
              <p className="font-bold">
                {words.delivery(formatDate(dayOf(deliveredAt), today), formatUnits(units, unit))}
              </p>
              <P>
                {inspection === null
                  ? words.waitingInspection
                  : words.inspection(
                      formatUnits(inspection.acceptedUnits, unit),
                      formatUnits(inspection.defectUnits, unit),
                    )}
              </P>
              {inspection?.note ? <p>{inspection.note}</p> : null}
              {note === '' ? null : <p>{note}</p>}
              <Files files={attachments} />
              {attachments
                .filter(({ availableActions }) => availableActions.includes('remove'))
                .map((file) => (
                  <RemovePhoto key={file.id} id={file.id} name={file.fileName} />
                ))}
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A photo that shows what it should not. */
function RemovePhoto({ id, name }: { readonly id: string; readonly name: string }) {
  const { job: words } = useFacilityWords();
  return (
    <ConfirmAct
      label={words.removeFile(name)}
      look="quiet"
      title={words.removeFile(name)}
      confirmLabel={words.removeFile(name)}
      run={async (idempotencyKey) => {
        await ask(RemoveAttachment, { input: { attachmentId: id, idempotencyKey } });
      }}
    >
      <P>{words.removeFileCheck}</P>
    </ConfirmAct>
  );
}
