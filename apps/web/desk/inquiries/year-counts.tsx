import { InquiryResults } from '../../data/generated/inquiry-results.js';
import { useAsk } from '../../data/use-ask.js';
import { useEnteringWords } from '../../entering/words.js';
import { Empty, Loaded } from '../../kit/loaded.js';
import { Table } from '../../kit/table.js';
import { Facts, Section } from '../../kit/text.js';
import { formatNumber } from '../../words/format.js';
import { useInquiryWords } from './words.js';

/** Under the results of a fiscal year: how many inquiries and visits, by what channel, and what became of them. */
export function InquiryYear({ fiscalYear }: { readonly fiscalYear: number }) {
  const words = useInquiryWords();
  const { results } = words;
  const { channels } = useEnteringWords();
  const query = useAsk(InquiryResults, { fiscalYear });
  return (
    <Section heading={results.heading}>
      <Loaded query={query}>
        {({ inquiryResults: { byKind, byChannel, byReason } }) =>
          byKind.length === 0 ? (
            <Empty>{results.none}</Empty>
          ) : (
            <>
              <Table
                caption={results.caption}
                rows={byKind}
                keyOf={({ kind }) => kind}
                columns={[
                  { heading: words.kind, cell: ({ kind }) => words.kinds[kind] },
                  ...(['received', 'ordered', 'referred', 'ended', 'open'] as const).map((name) => ({
                    heading: results[name],
                    cell: (row: (typeof byKind)[number]) => formatNumber(row[name]),
                    isNumber: true,
                  })),
                ]}
              />
              <Facts
                items={[
                  [
                    results.byChannel,
                    byChannel
                      .map(({ channel, count }) => results.count(channels[channel], formatNumber(count)))
                      .join('・'),
                  ],
                  byReason.length === 0
                    ? null
                    : [
                        results.byReason,
                        byReason
                          .map(({ reason, count }) => results.count(words.reasons[reason], formatNumber(count)))
                          .join('・'),
                      ],
                ]}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
