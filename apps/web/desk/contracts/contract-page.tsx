import { useParams } from '@tanstack/react-router';
import { useToday } from '../../app/session.js';
import { Contract } from '../../data/generated/contract.js';
import type { ContractQuery } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { Loaded } from '../../kit/loaded.js';
import { Page } from '../../kit/page.js';
import { Table } from '../../kit/table.js';
import { Facts, P, Quiet, Section } from '../../kit/text.js';
import { formatDate, formatMoment, formatYen } from '../../words/format.js';
import { OrderLink } from '../money/order-link.js';
import { PayButton } from '../money/pay-button.js';
import { useMoneyWords } from '../money/words.js';
import { ContractActions } from './contract-actions.js';
import { ContractState } from './contract-state.js';
import { Reductions } from './reductions.js';
import { useContractWords } from './words.js';

type Agreement = ContractQuery['contract'];

/** A contract: what was agreed, what it waits for, what was paid, what happened. */
export function ContractPage() {
  const { id } = useParams({ from: '/inside/desk-area/desk/contracts/$id' });
  const query = useAsk(Contract, { id });
  return <Loaded query={query}>{({ contract }) => <Content contract={contract} />}</Loaded>;
}

function Content({ contract }: { readonly contract: Agreement }) {
  const words = useContractWords();
  const { order, side, feeYen, fulfilledYen, outcomeReason } = contract;
  return (
    <Page title={words.heading(order.number, words.sides[side])} area={words.title}>
      <ContractState state={contract.status} />
      <ContractActions id={contract.id} actions={contract.availableActions} />
      <Section heading={words.facts}>
        <Facts
          items={[
            [words.order, <OrderLink key="order" order={order} />],
            [words.type, words.types[contract.type]],
            [words.parties, words.sides[side]],
            contract.buyer !== null && [words.buyer, contract.buyer.name],
            contract.facility !== null && [words.facility, contract.facility.name],
            [words.amount, contract.amountYen === null ? words.undecided : formatYen(contract.amountYen)],
            fulfilledYen !== null && [words.fulfilled, formatYen(fulfilledYen)],
            feeYen !== null && [words.fee, formatYen(feeYen)],
            outcomeReason !== null && outcomeReason !== '' && [words.outcomeReason, outcomeReason],
          ]}
        />
      </Section>
      <Milestones contract={contract} />
      <Money contract={contract} />
      <Reductions contract={contract} />
      <Timeline contract={contract} />
    </Page>
  );
}

function Milestones({ contract: { milestones } }: { readonly contract: Agreement }) {
  const words = useContractWords();
  const today = useToday();
  return (
    <Section heading={words.milestones}>
      {milestones.length === 0 ? (
        <Quiet>{words.noMilestones}</Quiet>
      ) : (
        <Table
          caption={words.milestonesCaption}
          rows={milestones}
          keyOf={({ kind, dueOn }) => `${kind} ${dueOn}`}
          columns={[
            { heading: words.milestone, cell: ({ kind }) => words.milestoneKinds[kind] },
            { heading: words.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
            {
              heading: words.state,
              cell: ({ status, reachedOn }) =>
                reachedOn === null ? words.milestoneStates[status] : words.reached(formatDate(reachedOn, today)),
            },
          ]}
        />
      )}
    </Section>
  );
}

function Money({ contract: { id, balances, settlement } }: { readonly contract: Agreement }) {
  const words = useContractWords();
  const { lines, amount, from, to, pay } = useMoneyWords();
  const today = useToday();
  return (
    <Section heading={words.money}>
      {balances.length === 0 ? <Quiet>{words.noMoney}</Quiet> : null}
      <ul className="grid gap-3">
        {balances.map(({ isFee, bookedYen, paidYen }) => {
          const what = isFee ? words.feeShort : words.work;
          const openYen = bookedYen - paidYen;
          const line = settlement.find(({ kind }) => kind === (isFee ? 'FEE' : 'WORK'));
          const [payer, payee] = [line?.payerParty.name ?? '', line?.payeeParty.name ?? ''];
          return (
            <li key={String(isFee)} className="flex flex-wrap items-center gap-3">
              <span>
                {openYen < 0
                  ? words.surplus(what, formatYen(-openYen))
                  : words.balance(what, formatYen(bookedYen), formatYen(paidYen))}
              </span>
              {openYen > 0 ? (
                <PayButton
                  label={isFee ? words.payFee : words.payWork}
                  look="secondary"
                  what={{ contractId: id, isFee, openYen }}
                  sentence={pay.sentence(payer, payee, formatYen(openYen))}
                />
              ) : null}
              {openYen < 0 ? (
                <PayButton
                  label={words.payBack(what)}
                  look="secondary"
                  what={{ contractId: id, isFee, isRepayment: true, openYen: -openYen }}
                  sentence={pay.sentenceBack(formatYen(-openYen))}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {settlement.length === 0 ? null : (
        <Table
          caption={lines.caption}
          rows={settlement}
          keyOf={({ id: lineId }) => lineId}
          columns={[
            { heading: lines.day, isShort: true, cell: ({ tradedOn }) => formatDate(tradedOn, today) },
            {
              heading: lines.what,
              cell: ({ kind, description, reversesId }) =>
                [lines.kinds[kind], description, reversesId === null ? '' : lines.reversal]
                  .filter((part) => part !== '')
                  .join('・'),
            },
            { heading: from, cell: ({ payerParty }) => payerParty.name },
            { heading: to, cell: ({ payeeParty }) => payeeParty.name },
            { heading: amount, cell: ({ grossYen }) => formatYen(grossYen), isNumber: true },
            { heading: lines.due, isShort: true, cell: ({ dueOn }) => formatDate(dueOn, today) },
          ]}
        />
      )}
    </Section>
  );
}

function Timeline({ contract: { timeline } }: { readonly contract: Agreement }) {
  const words = useContractWords();
  const today = useToday();
  return (
    <Section heading={words.timeline}>
      <ol className="grid gap-3">
        {timeline.map(({ id, at, kind, milestone, onDate, amountYen, note }) => (
          <li key={id} className="border-l-4 border-faint pl-4">
            <Quiet>{formatMoment(at)}</Quiet>
            <P>{words.timelineKinds[kind]}</P>
            <Quiet>
              {[
                milestone === null ? '' : words.milestoneKinds[milestone],
                onDate === null ? '' : formatDate(onDate, today),
                amountYen === null ? '' : formatYen(amountYen),
                note,
              ]
                .filter((part) => part !== '')
                .join('・')}
            </Quiet>
          </li>
        ))}
      </ol>
    </Section>
  );
}
