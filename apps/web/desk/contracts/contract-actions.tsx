import { type ReactNode, useState } from 'react';
import { ask } from '../../data/ask.js';
import { RecordPaperReturned } from '../../data/generated/record-paper-returned.js';
import { ReportNegotiation } from '../../data/generated/report-negotiation.js';
import { ReportReferralOutcome } from '../../data/generated/report-referral-outcome.js';
import type { ContractAction } from '../../data/generated/types.js';
import { afterSaving } from '../../kit/after-saving.js';
import { Button } from '../../kit/button.js';
import { Dialog } from '../../kit/dialog.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { useFilling } from '../../kit/filling.js';
import { Form } from '../../kit/form.js';
import { P } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useContractWords } from './words.js';

const OFFERED = ['recordPaperReturned', 'reportConcluded', 'reportNotConcluded', 'reportNegotiation'] as const;
type Offered = (typeof OFFERED)[number];

/** What a desk can do with a contract by itself; everything else follows from the work and the payments. */
export function ContractActions({ id, actions }: { readonly id: string; readonly actions: readonly ContractAction[] }) {
  const words = useContractWords();
  const [chosen, setChosen] = useState<Offered | null>(null);
  const offered = OFFERED.filter((each) => actions.includes(each));
  if (offered.length === 0) return null;
  return (
    <div className="my-4 flex flex-wrap gap-3">
      {offered.map((action, index) => (
        <Button key={action} look={index === 0 ? 'primary' : 'secondary'} onClick={() => setChosen(action)}>
          {words.actions[action]}
        </Button>
      ))}
      {chosen === null ? null : (
        <Dialog title={words.actions[chosen]} isOpen onClose={() => setChosen(null)}>
          <ActionForm id={id} action={chosen} onDone={() => setChosen(null)} />
        </Dialog>
      )}
    </div>
  );
}

function ActionForm({
  id: contractId,
  action,
  onDone,
}: {
  readonly id: string;
  readonly action: Offered;
  readonly onDone: () => void;
}) {
  const words = useContractWords();
  const { units } = useCommon();
  const filling = useFilling({
    defaultValues: { amount: '', fee: '', reason: '' },
    send: async ({ amount, fee, reason }, idempotencyKey) => {
      const input = { idempotencyKey, contractId };
      if (action === 'recordPaperReturned') await ask(RecordPaperReturned, { input });
      else if (action === 'reportNegotiation') await ask(ReportNegotiation, { input });
      else if (action === 'reportConcluded') {
        const [amountYen, feeYen] = [readWholeNumber(amount), readWholeNumber(fee)];
        await ask(ReportReferralOutcome, { input: { ...input, isConcluded: true, amountYen, feeYen } });
      } else await ask(ReportReferralOutcome, { input: { ...input, isConcluded: false, reason } });
      await afterSaving(words.done, onDone);
    },
  });
  const parts: Readonly<Record<Offered, ReactNode>> = {
    recordPaperReturned: <P>{words.paperLead}</P>,
    reportNegotiation: <P>{words.negotiationLead}</P>,
    reportConcluded: (
      <>
        <P>{words.concludedLead}</P>
        <NumberField name="amount" label={words.concludedAmount} unit={units.yen} min={1} />
        <NumberField name="fee" label={words.concludedFee} unit={units.yen} isOptional />
      </>
    ),
    reportNotConcluded: (
      <>
        <P>{words.notConcludedLead}</P>
        <TextField name="reason" label={words.reason} rows={2} />
      </>
    ),
  };
  return (
    <Form filling={filling} submitLabel={words.actions[action]}>
      {parts[action]}
    </Form>
  );
}
