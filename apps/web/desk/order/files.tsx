import { useState } from 'react';
import { ask } from '../../data/ask.js';
import { RemoveAttachment } from '../../data/generated/remove-attachment.js';
import { ShareAttachment } from '../../data/generated/share-attachment.js';
import { upload } from '../../data/upload.js';
import { useAct } from '../../kit/act.js';
import { Button, ButtonRow } from '../../kit/button.js';
import { FileField } from '../../kit/file-field.js';
import { FileView } from '../../kit/files.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { FaultMessage } from '../../kit/message.js';
import { useOutcome } from '../../kit/outcome.js';
import { More, P, Quiet, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import type { Order } from './order.js';
import { useOrderWords } from './words.js';

type OrderFile = Order['attachments'][number];

/** Files about the order as a whole; whether facilities read one is said for each. */
export function OrderFiles({ order }: { readonly order: Order }) {
  const { files: words } = useOrderWords();
  return (
    <Section heading={words.heading} id="files">
      {order.attachments.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul className="grid gap-2">
        {order.attachments.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-3">
            <FileView file={file} />
            <span className="text-quiet">{file.isForFacilities ? words.shared : words.own}</span>
            {file.availableActions.includes('share') ? <ShareFile file={file} /> : null}
            {file.availableActions.includes('remove') ? <RemoveFile file={file} /> : null}
          </li>
        ))}
      </ul>
      <More summary={words.add}>
        <AddFiles order={order} />
      </More>
    </Section>
  );
}

function ShareFile({ file }: { readonly file: OrderFile }) {
  const { files: words } = useOrderWords();
  const label = file.isForFacilities ? words.unshare : words.share;
  return (
    <FormDialog
      label={label}
      about={file.fileName}
      title={(file.isForFacilities ? words.unshareAsk : words.shareAsk)(file.fileName)}
      submitLabel={label}
      defaultValues={{}}
      done={words.shareDone}
      send={async (_, idempotencyKey) =>
        ask(ShareAttachment, {
          input: { attachmentId: file.id, idempotencyKey, isForFacilities: !file.isForFacilities },
        })
      }
    >
      {file.isForFacilities ? null : <P>{words.shareLead}</P>}
    </FormDialog>
  );
}

function RemoveFile({ file }: { readonly file: OrderFile }) {
  const { files: words } = useOrderWords();
  return (
    <FormDialog
      look="danger"
      label={words.remove}
      about={file.fileName}
      title={words.removeAsk(file.fileName)}
      submitLabel={words.remove}
      submitLook="danger"
      defaultValues={{}}
      done={words.removeDone}
      send={async (_, idempotencyKey) => ask(RemoveAttachment, { input: { attachmentId: file.id, idempotencyKey } })}
    >
      <P>{words.removeLead}</P>
    </FormDialog>
  );
}

function AddFiles({ order }: { readonly order: Order }) {
  const { files: words } = useOrderWords();
  const { form } = useCommon();
  const say = useOutcome();
  const act = useAct();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const send = async () =>
    act.run(async () => {
      for (const file of files) {
        await upload(file, 'WORK_ORDER', order.id, (percent) => setSending(form.sending(file.name, percent)));
        // One that has arrived is not sent again when a later one fails.
        setFiles((left) => left.filter((other) => other !== file));
      }
      setSending(null);
      say(words.added);
    });
  return (
    <>
      <FileField
        label={words.heading}
        hint={words.addHint}
        accept="application/pdf,image/*"
        files={files}
        onChange={setFiles}
      />
      {sending === null ? null : <P className="mt-3">{sending}</P>}
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
      <ButtonRow>
        <Button look="secondary" isOff={act.isUnderWay || files.length === 0} onClick={() => void send()}>
          {words.submit}
        </Button>
      </ButtonRow>
    </>
  );
}
