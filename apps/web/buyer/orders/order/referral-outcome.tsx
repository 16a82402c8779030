import { useState } from 'react';
import { ask } from '../../../data/ask.js';
import { ReportNegotiation } from '../../../data/generated/report-negotiation.js';
import { ReportReferralOutcome } from '../../../data/generated/report-referral-outcome.js';
import type { BuyerOrderMoneyQuery } from '../../../data/generated/types.js';
import { queryClient } from '../../../data/use-ask.js';
import { RadioList } from '../../../kit/choices.js';
import { NumberField, TextField } from '../../../kit/fields.js';
import { useFilling } from '../../../kit/filling.js';
import { Form } from '../../../kit/form.js';
import { Done } from '../../../kit/message.js';
import { P, Section } from '../../../kit/text.js';
import { useCommon } from '../../../words/common/index.js';
import { readWholeNumber } from '../../../words/typed-numbers.js';
import { useOrdersWords } from '../words.js';

type Contract = BuyerOrderMoneyQuery['workOrder']['contracts'][number];

interface Values {
  outcome: '' | 'concluded' | 'notConcluded' | 'negotiating';
  agreedYen: string;
  feeYen: string;
  noReason: string;
}

/** 斡旋型: what came of the talks with the facility that was introduced. */
export function ReferralOutcome({ contract: { id, availableActions } }: { readonly contract: Contract }) {
  const { referral: words } = useOrdersWords();
  const { units } = useCommon();
  const [isSaid, setIsSaid] = useState(false);
  const filling = useFilling<Values>({
    draftKey: `outcome:${id}`,
    defaultValues: { outcome: '', agreedYen: '', feeYen: '', noReason: '' },
    send: async ({ outcome, agreedYen, feeYen, noReason }, idempotencyKey) => {
      if (outcome === 'negotiating') await ask(ReportNegotiation, { input: { contractId: id, idempotencyKey } });
      else {
        const isConcluded = outcome === 'concluded';
        const said = isConcluded
          ? { amountYen: readWholeNumber(agreedYen), feeYen: readWholeNumber(feeYen) }
          : { reason: noReason };
        await ask(ReportReferralOutcome, { input: { contractId: id, idempotencyKey, isConcluded, ...said } });
      }
      setIsSaid(true);
      await queryClient.invalidateQueries();
    },
  });
  const canReport = availableActions.some((action) => action.startsWith('report'));
  if (!canReport && !isSaid) return null;
  return (
    <Section heading={words.heading} id="referral">
      {isSaid ? <Done takesFocus>{words.said}</Done> : null}
      {canReport && !isSaid ? (
        <>
          <P>{words.lead}</P>
          <Form filling={filling} submitLabel={words.submit} label={words.heading}>
            <RadioList
              name="outcome"
              label={words.outcome}
              choices={[
                {
                  value: 'concluded',
                  label: words.concluded,
                  more: (
                    <>
                      <NumberField name="agreedYen" label={words.amount} unit={units.yen} min={1} />
                      <NumberField name="feeYen" label={words.fee} unit={units.yen} isOptional />
                    </>
                  ),
                },
                {
                  value: 'notConcluded',
                  label: words.notConcluded,
                  more: <TextField name="noReason" label={words.reason} />,
                },
                { value: 'negotiating', label: words.negotiating, hint: words.negotiatingHint },
              ]}
            />
          </Form>
        </>
      ) : null}
    </Section>
  );
}
