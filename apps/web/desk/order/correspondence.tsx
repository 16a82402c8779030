import { AddressLink, FileLink } from '../../kit/button.js';
import { More, Quiet, Section } from '../../kit/text.js';
import { Table } from '../../kit/table.js';
import { formatDate, formatMoment, formatUnits } from '../../words/format.js';
import type { Messages } from './order.js';
import { useOrderWords } from './words.js';

/** Questions to many facilities about this order. */
export function Calls({ messages: { calls } }: { readonly messages: Messages }) {
  const { calls: words } = useOrderWords();
  return (
    <Section heading={words.heading} id="calls">
      {calls.items.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul>
        {calls.items.map(({ id, title, status, quantity, closesAt, workType }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <AddressLink href={`/desk/calls/${id}`}>{title}</AddressLink>
            <span>{formatUnits(quantity, workType.unit)}</span>
            <span>{words.states[status]}</span>
            <span className="text-quiet">{words.until(formatMoment(closesAt))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Papers({ messages: { papers } }: { readonly messages: Messages }) {
  const { papers: words } = useOrderWords();
  const hidden = papers.totalItems - papers.items.length;
  return (
    <Section heading={words.heading} id="papers">
      {papers.items.length === 0 ? <Quiet>{words.empty}</Quiet> : null}
      <ul>
        {papers.items.map(({ id, number, title, issuedOn, pagePath, pdfPath, recipient }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <FileLink href={pagePath}>
              {title} {number}
            </FileLink>
            <span>{recipient.name}</span>
            <span className="text-quiet">{formatDate(issuedOn)}</span>
            {pdfPath === null ? null : (
              <FileLink href={pdfPath}>
                {words.pdf}
                <span className="sr-only">{`（${title} ${number}）`}</span>
              </FileLink>
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 ? <Quiet>{words.more(hidden)}</Quiet> : null}
    </Section>
  );
}

const SHOWN = 10;

/** Who was told, by which way, and whether it was read. */
export function Told({ messages: { workOrder } }: { readonly messages: Messages }) {
  const { told: words } = useOrderWords();
  const { told } = workOrder;
  return (
    <Section heading={words.heading} id="told">
      {told.length === 0 ? <Quiet>{words.empty}</Quiet> : <ToldTable told={told.slice(0, SHOWN)} />}
      {told.length > SHOWN ? (
        <More summary={words.caption}>
          <ToldTable told={told.slice(SHOWN)} />
        </More>
      ) : null}
    </Section>
  );
}

function ToldTable({ told }: { readonly told: Messages['workOrder']['told'] }) {
  const { told: words } = useOrderWords();
  return (
    <Table
      caption={words.caption}
      rows={told}
      keyOf={({ id, channel, person, party }) => `${id} ${channel} ${person ?? party.name}`}
      columns={[
        { heading: words.when, cell: ({ at }) => formatMoment(at) },
        {
          heading: words.whom,
          cell: ({ party, person }) => (person === null ? party.name : `${party.name} ${person}`),
        },
        { heading: words.what, cell: ({ subject }) => subject },
        {
          heading: words.channel,
          cell: ({ channel, sentWay }) =>
            sentWay === null ? words.channels[channel] : `${words.channels[channel]}（${words.ways[sentWay]}）`,
        },
        {
          heading: words.state,
          cell: ({ state, openedAt }) =>
            openedAt === null ? words.states[state] : words.readOn(formatMoment(openedAt)),
        },
      ]}
    />
  );
}
