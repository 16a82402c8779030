import { useEffect, useRef, useState } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { ask } from '../../data/ask.js';
import { ChangeDraft } from '../../data/generated/change-draft.js';
import { DraftWorkOrder } from '../../data/generated/draft-work-order.js';
import { SubmitWorkOrder } from '../../data/generated/submit-work-order.js';
import type { PostingChoicesQuery } from '../../data/generated/types.js';
import { newKey } from '../../data/new-key.js';
import { upload } from '../../data/upload.js';
import { queryClient } from '../../data/use-ask.js';
import { useAct } from '../../kit/act.js';
import { Button } from '../../kit/button.js';
import { CheckField, RadioList } from '../../kit/choices.js';
import { TextField } from '../../kit/fields.js';
import { FileField } from '../../kit/file-field.js';
import { forgetDraft } from '../../kit/drafts.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { FaultMessage } from '../../kit/message.js';
import { More, P } from '../../kit/text.js';
import { ContactFields } from '../../order-contact/contact-fields.js';
import { useOrderContactWords } from '../../order-contact/words.js';
import { useCommon } from '../../words/common/index.js';
import { formatUnits } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useWorkName } from '../../words/work-name.js';
import { Check } from './check.js';
import { Line } from './line.js';
import { contentOf, EMPTY_LINE, type PostValues } from './values.js';
import { usePostWords } from './words.js';

export interface Sent {
  readonly id: string;
  readonly number: string;
  /** Names of files that did not arrive. */
  readonly failedFiles: readonly string[];
}

/** Five questions on one page. What is typed is kept; what is sent is looked at once more. */
export function PostForm({
  draftKey,
  draftId,
  defaults,
  choices,
  onSent,
  onKept,
}: {
  readonly draftKey: string;
  /** The draft the api holds already; null: none. */
  readonly draftId: string | null;
  readonly defaults: PostValues;
  readonly choices: PostingChoicesQuery;
  readonly onSent: (sent: Sent) => void;
  /** The api holds the draft now. */
  readonly onKept: (draftId: string) => void;
}) {
  const words = usePostWords();
  const { form: formWords } = useCommon();
  const [isChecking, setIsChecking] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<string | null>(null);
  const submission = useRef({ draft: '', key: '' });
  const arrived = useRef(new Set<File>());

  const save = async (values: PostValues, idempotencyKey: string) => {
    const content = contentOf(values);
    if (draftId !== null) {
      const input = { workOrderId: draftId, idempotencyKey, ...content };
      return (await ask(ChangeDraft, { input })).changeDraft.workOrder;
    }
    const input = { deskId: values.deskId, idempotencyKey, ...content };
    return (await ask(DraftWorkOrder, { input })).draftWorkOrder.workOrder;
  };
  /** The order goes to the desk all the same: a file that does not arrive can be sent again. @returns those */
  const sendFiles = async (workOrderId: string): Promise<string[]> => {
    const failed: string[] = [];
    for (const file of files) {
      if (arrived.current.has(file)) continue;
      try {
        await upload(file, 'WORK_ORDER', workOrderId, (percent) => setSending(formWords.sending(file.name, percent)));
        arrived.current.add(file);
      } catch {
        failed.push(file.name);
      }
    }
    setSending(null);
    return failed;
  };
  const filling = useFilling<PostValues>({
    draftKey,
    defaultValues: defaults,
    send: async (values, idempotencyKey) => {
      if (!isChecking) {
        setIsChecking(true);
        return;
      }
      const { id, number } = await save(values, idempotencyKey);
      const failedFiles = await sendFiles(id);
      if (submission.current.draft !== idempotencyKey) submission.current = { draft: idempotencyKey, key: newKey() };
      await ask(SubmitWorkOrder, { input: { workOrderId: id, idempotencyKey: submission.current.key } });
      onSent({ id, number, failedFiles });
      await queryClient.invalidateQueries();
    },
  });
  const keeping = useAct();
  const keep = async () => {
    if (!(await filling.form.trigger())) {
      await filling.submit();
      return;
    }
    await keeping.run(async (idempotencyKey) => {
      const { id } = await save(filling.form.getValues(), idempotencyKey);
      await sendFiles(id);
      forgetDraft(draftKey);
      onKept(id);
    });
  };
  const keepButton = (
    <Button look="quiet" isOff={keeping.isUnderWay} onClick={() => void keep()}>
      {words.keep}
    </Button>
  );
  if (isChecking) {
    return (
      <Form
        filling={filling}
        submitLabel={words.send}
        others={
          <Button look="secondary" onClick={() => setIsChecking(false)}>
            {words.fix}
          </Button>
        }
      >
        <Check values={filling.form.getValues()} choices={choices} files={files} />
        {sending === null ? null : <P>{sending}</P>}
      </Form>
    );
  }
  return (
    <Form filling={filling} submitLabel={words.check} others={keepButton}>
      {choices.desks.length > 1 ? (
        <RadioList
          name="deskId"
          label={words.desk}
          choices={choices.desks.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Lines form={filling.form} choices={choices} />
      <FileField
        label={words.files}
        hint={words.filesHint}
        accept="application/pdf,image/*"
        files={files}
        onChange={setFiles}
      />
      <Naming form={filling.form} choices={choices} />
      {keeping.fault === null ? null : <FaultMessage error={keeping.fault} />}
    </Form>
  );
}

function Lines({ form, choices }: { readonly form: UseFormReturn<PostValues>; readonly choices: PostingChoicesQuery }) {
  const words = usePostWords();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'lines' });
  return (
    <>
      {fields.map(({ id }, index) => (
        <Line
          key={id}
          index={index}
          workTypes={choices.workTypes}
          departments={choices.buyers[0]?.departments ?? []}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <div className="mt-6">
        <Button look="secondary" onClick={() => append(EMPTY_LINE)}>
          {words.addLine}
        </Button>
      </div>
    </>
  );
}

/** What it is called, which is made up from the work until somebody says otherwise, and who pays. */
function Naming({
  form,
  choices,
}: {
  readonly form: UseFormReturn<PostValues>;
  readonly choices: PostingChoicesQuery;
}) {
  const words = usePostWords();
  const contactWords = useOrderContactWords();
  const workName = useWorkName();
  const first = form.watch('lines.0');
  const type = choices.workTypes.find(({ code }) => code === first?.workTypeCode);
  const quantity = readWholeNumber(first?.quantity ?? '');
  const made = type && quantity !== null ? words.autoName(workName(type), formatUnits(quantity, type.unit)) : '';
  const before = useRef('');
  useEffect(() => {
    const title = form.getValues('title');
    if (made !== '' && (title === '' || title === before.current)) {
      form.setValue('title', made, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
    }
    before.current = made;
  }, [form, made]);
  const [buyer] = choices.buyers;
  const departments = buyer?.departments ?? [];
  return (
    <>
      <TextField name="title" label={words.name} hint={words.nameHint} />
      {departments.length === 0 ? null : (
        <RadioList
          name="departmentId"
          label={words.department}
          isOptional
          choices={[
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: words.noDepartment },
          ]}
        />
      )}
      {buyer?.kind === 'GOVERNMENT' ? (
        <CheckField name="isPublicMoney" label={words.publicMoney} hint={words.publicMoneyHint} />
      ) : null}
      <TextField name="description" label={words.description} rows={2} isOptional />
      <More summary={contactWords.heading}>
        <ContactFields />
      </More>
    </>
  );
}
