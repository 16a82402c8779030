import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { RemoveAttachment } from '../../../data/generated/remove-attachment.js';
import { upload } from '../../../data/upload.js';
import { useAct } from '../../../kit/act.js';
import { Button } from '../../../kit/button.js';
import { FileField } from '../../../kit/file-field.js';
import { FileView } from '../../../kit/files.js';
import { Done, FaultMessage } from '../../../kit/message.js';
import { More, P, Quiet } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { useOrdersWords } from '../words.js';
import type { Order } from './order.js';

/** What goes along with an order: manuscripts, samples, drawings. */
export function OrderFiles({ order }: { readonly order: Order }) {
  const { order: words } = useOrdersWords();
  const { form } = useCommon();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const [isSent, setIsSent] = useState(false);
  const act = useAct();
  const remove = async (attachmentId: string) =>
    act.run(async (idempotencyKey) => {
      await ask(RemoveAttachment, { input: { attachmentId, idempotencyKey } });
    });
  const send = async () =>
    act.run(async () => {
      let left = files;
      try {
        for (const file of files) {
          await upload(file, 'WORK_ORDER', order.id, (percent) => setSending(form.sending(file.name, percent)));
          left = left.filter((each) => each !== file);
        }
        setIsSent(true);
      } finally {
        setFiles(left);
        setSending(null);
      }
    });
  return (
    <>
      <h3 className="mt-6">{words.files}</h3>
      {order.attachments.length === 0 ? <Quiet>{words.noFiles}</Quiet> : null}
      <ul>
        {order.attachments.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-2">
            <FileView file={file} />
            {file.availableActions.includes('remove') ? (
              <Button look="quiet" isOff={act.isUnderWay} onClick={() => void remove(file.id)}>
                {words.removeFile(file.fileName)}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {isSent ? <Done>{words.filesSent}</Done> : null}
      <More summary={words.addFiles}>
        <FileField
          label={words.addFiles}
          hint={words.addFilesHint}
          accept="application/pdf,image/*"
          files={files}
          onChange={setFiles}
        />
        {sending === null ? null : <P>{sending}</P>}
        {files.length === 0 ? null : (
          <Button look="secondary" isOff={act.isUnderWay} onClick={() => void send()}>
            {words.sendFiles}
          </Button>
        )}
      </More>
      {act.fault === null ? null : <FaultMessage error={act.fault} />}
    </>
  );
}
