import { useFormContext } from 'react-hook-form';
import { useToday } from '../../app/session.js';
import { ask } from '../../data/ask.js';
import { RecordReduction } from '../../data/generated/record-reduction.js';
import type { ContractQuery, ReductionKind } from '../../data/generated/types.js';
import { WithdrawReduction } from '../../data/generated/withdraw-reduction.js';
import { RadioList } from '../../kit/choices.js';
import { NumberField, TextField } from '../../kit/fields.js';
import { FormDialog } from '../../kit/form-dialog.js';
import { P, Quiet, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatDate, formatNumber, formatYen } from '../../words/format.js';
import { readWholeNumber } from '../../words/typed-numbers.js';
import { useContractWords } from './words.js';

type Agreement = ContractQuery['contract'];

interface Values {
  line: string;
  kind: ReductionKind;
  units: string;
  amount: string;
  reason: string;
  agreedBy: string;
  fault: string;
}

/** 値引き and 返品 after acceptance: those there are, and another one. */
export function Reductions({ contract }: { readonly contract: Agreement }) {
  const { reductions: words } = useContractWords();
  const lines = reducible(contract);
  const isOver = ['FULFILLED', 'SETTLED'].includes(contract.status);
  if (contract.reductions.length === 0 && !(isOver && lines.length > 0)) return null;
  return (
    <Section heading={words.heading}>
      <ul className="mb-4 grid gap-3">
        {contract.reductions.map((reduction) => (
          <li key={reduction.id}>
            <One reduction={reduction} />
          </li>
        ))}
      </ul>
      {isOver && lines.length > 0 ? <Another contract={contract} lines={lines} /> : null}
    </Section>
  );
}

function One({ reduction }: { readonly reduction: Agreement['reductions'][number] }) {
  const { reductions: words } = useContractWords();
  const today = useToday();
  const { id, kind, units, amountYen, reason, agreedBy, fault, reducedOn, withdrawnAt } = reduction;
  const amount = formatYen(amountYen);
  return (
    <>
      <P>
        {[
          formatDate(reducedOn, today),
          words.kinds[kind],
          units === null ? '' : formatNumber(units),
          amount,
          withdrawnAt === null ? '' : words.withdrawn,
        ]
          .filter((part) => part !== '')
          .join('・')}
      </P>
      <Quiet>{[reason, words.agreed(agreedBy), fault ?? ''].filter((part) => part !== '').join('　')}</Quiet>
      {withdrawnAt === null ? (
        <FormDialog
          label={words.withdraw}
          about={amount}
          title={words.withdrawAsk(amount)}
          submitLabel={words.withdraw}
          defaultValues={{}}
          send={async (_, idempotencyKey) => ask(WithdrawReduction, { input: { idempotencyKey, reductionId: id } })}
          done={words.withdrawDone}
        >
          <P>{words.withdrawLead}</P>
        </FormDialog>
      ) : null}
    </>
  );
}

function Another({ contract, lines }: { readonly contract: Agreement; readonly lines: Agreement['settlement'] }) {
  const { reductions: words } = useContractWords();
  return (
    <FormDialog<Values>
      label={words.record}
      title={words.record}
      submitLabel={words.submit}
      defaultValues={{
        line: lines.length === 1 ? (lines[0]?.id ?? '') : '',
        kind: 'PRICE_REDUCTION',
        ...{ units: '', amount: '', reason: '', agreedBy: '', fault: '' },
      }}
      send={async ({ line, kind, units, amount, fault, ...texts }, idempotencyKey) =>
        ask(RecordReduction, {
          input: {
            ...{ idempotencyKey, kind, settlementLineId: line },
            ...texts,
            units: kind === 'RETURN' ? readWholeNumber(units) : null,
            amountYen: readWholeNumber(amount),
            fault: fault === '' ? null : fault,
          },
        })
      }
      done={words.done}
    >
      <Fields lines={lines} isToFacility={contract.side === 'DESK_FACILITY'} />
    </FormDialog>
  );
}

function Fields({ lines, isToFacility }: { lines: Agreement['settlement']; readonly isToFacility: boolean }) {
  const { reductions: words } = useContractWords();
  const { units } = useCommon();
  const { watch } = useFormContext<Values>();
  const isReturn = watch('kind') === 'RETURN';
  return (
    <>
      <P>{words.lead}</P>
      <RadioList
        name="line"
        label={words.line}
        choices={lines.map(({ id, description, grossYen }) => ({
          value: id,
          label: `${description}　${formatYen(grossYen)}`,
        }))}
      />
      <RadioList
        name="kind"
        label={words.kind}
        choices={(['PRICE_REDUCTION', 'RETURN'] as const).map((value) => ({ value, label: words.kinds[value] }))}
      />
      {isReturn ? <NumberField name="units" label={words.units} unit="" min={1} /> : null}
      <NumberField
        name="amount"
        label={words.amount}
        hint={isReturn ? words.amountOfReturn : words.amountHint}
        unit={units.yen}
        min={1}
        isOptional={isReturn}
      />
      <TextField name="reason" label={words.reason} rows={2} />
      <TextField name="agreedBy" label={words.agreedBy} hint={words.agreedByHint} />
      {isToFacility ? <TextField name="fault" label={words.fault} hint={words.faultHint} rows={2} /> : null}
    </>
  );
}

/** Lines of the work that hold: neither corrected nor a reduction themselves. */
function reducible({ settlement }: Agreement): Agreement['settlement'] {
  const reversed = new Set(settlement.map(({ reversesId }) => reversesId));
  return settlement.filter(
    ({ id, kind, grossYen, reversesId }) => kind === 'WORK' && grossYen > 0 && reversesId === null && !reversed.has(id),
  );
}
