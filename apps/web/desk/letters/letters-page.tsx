import { useState } from 'react';
import { Letters } from '../../data/generated/letters.js';
import type { LettersQuery, LetterState } from '../../data/generated/types.js';
import { useAsk } from '../../data/use-ask.js';
import { AddressLink, ButtonRow } from '../../kit/button.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Outcomes } from '../../kit/outcome.js';
import { Page } from '../../kit/page.js';
import { type Column, Pager, Table } from '../../kit/table.js';
import { P, Section } from '../../kit/text.js';
import { useCommon } from '../../words/common/index.js';
import { formatMoment } from '../../words/format.js';
import { PrintButton, SentButton } from './letter-acts.js';
import { useLetterWords } from './words.js';

const TAKE = 50;
const STATES = ['TO_PRINT', 'PRINTED', 'OVERTAKEN', 'SENT'] as const;
const WAYS = ['FAX', 'POST'] as const;

type Letter = LettersQuery['letters']['items'][number];

/** What goes out by fax and post: to print, to send, sent. */
export function LettersPage() {
  const words = useLetterWords();
  const { areas } = useCommon();
  return (
    <Outcomes>
      <Page title={words.title} area={areas.desk}>
        <P>{words.lead}</P>
        {STATES.map((state) => (
          <LettersInState key={state} state={state} />
        ))}
      </Page>
    </Outcomes>
  );
}

function LettersInState({ state }: { readonly state: LetterState }) {
  const words = useLetterWords();
  const [walked, setWalked] = useState<readonly string[]>([]);
  const query = useAsk(Letters, { state, first: TAKE, after: walked.at(-1) ?? null });
  const columns = useColumns(state);
  return (
    <Section heading={words.states[state]}>
      <Loaded query={query}>
        {({ letters: { items, totalItems, ...place } }) =>
          items.length === 0 ? (
            <Empty>{words.empty[state]}</Empty>
          ) : (
            <>
              {state === 'OVERTAKEN' ? <P>{words.overtakenLead}</P> : null}
              {state === 'TO_PRINT' ? (
                <ButtonRow>
                  <PrintButton label={words.printAll(totalItems)} />
                </ButtonRow>
              ) : null}
              <Table caption={words.captions[state]} rows={items} keyOf={({ id }) => id} columns={columns} />
              <Pager walked={walked} take={TAKE} total={totalItems} place={place} onMove={setWalked} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function useColumns(state: LetterState): readonly Column<Letter>[] {
  const words = useLetterWords();
  const printedOf = ({ printedAt, printedByName }: Letter) =>
    printedAt === null ? '' : words.byWhom(formatMoment(printedAt), printedByName ?? '');
  const shared: readonly Column<Letter>[] = [
    { heading: words.number, isShort: true, cell: ({ number }) => number },
    {
      heading: words.to,
      cell: ({ party, faxNumber, way }) =>
        faxNumber === null || way === 'POST' ? party.name : `${party.name}（${words.fax(faxNumber)}）`,
    },
    {
      heading: words.subject,
      cell: ({ subject, workOrderId }) =>
        workOrderId === null ? subject : <AddressLink href={`/desk/orders/${workOrderId}`}>{subject}</AddressLink>,
    },
  ];
  const again: Column<Letter> = {
    heading: words.print,
    isShort: true,
    cell: ({ id, number, party }) => (
      <PrintButton look="secondary" id={id} label={words.printOne} about={`${number} ${party.name}`} />
    ),
  };
  if (state === 'TO_PRINT') {
    return [
      ...shared,
      { heading: words.made, isShort: true, cell: ({ createdAt }) => formatMoment(createdAt) },
      {
        heading: words.printed,
        cell: (letter) => (letter.printedAt === null ? '' : `${words.stale}（${printedOf(letter)}）`),
      },
    ];
  }
  if (state === 'PRINTED' || state === 'OVERTAKEN') {
    return [
      ...shared,
      { heading: words.printed, cell: printedOf },
      {
        heading: words.sent,
        isShort: true,
        cell: ({ id, number }) => (
          <>
            {WAYS.map((way) => (
              <div key={way} className="mb-2">
                <SentButton
                  letterIds={[id]}
                  way={way}
                  label={`${words.sentOne[way]}（${number}）`}
                  short={words.sentOne[way]}
                />
              </div>
            ))}
          </>
        ),
      },
      ...(state === 'PRINTED' ? [again] : []),
    ];
  }
  return [
    ...shared,
    {
      heading: words.sent,
      cell: ({ sentAt, sentWay, sentByName }) =>
        sentAt === null || sentWay === null
          ? ''
          : words.sentHow(formatMoment(sentAt), words.ways[sentWay], sentByName ?? ''),
    },
    again,
  ];
}
