import { formatYen } from '#yui/money';
import { CHANGES, type Order, QUERIES } from './documents.js';
import type { Stage } from './stage.js';

const REASON = '障害者優先調達推進法の対象となる事業所から役務を受けるため';
const PLACE = 'https://city.example.jp/keiyaku';

interface Basis {
  readonly amountYen: number;
  readonly proposed: string;
  readonly decided: string | null;
  readonly options: readonly { readonly basis: string; readonly isPossible: boolean; readonly reasonJa: string }[];
}

interface Publication {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly pdfPath: string;
  readonly publishedOn: string | null;
}

const NAMES: Readonly<Record<string, string>> = {
  EXPECTED: '発注の見通し / what it expects to order',
  BEFORE_CONTRACT: '契約を結ぶ前 / before the contract',
  AFTER_CONTRACT: '契約を結んだ後 / after the contract',
};

/** 随意契約: the product says which item holds and why; the town hall orders by item 3 and publishes what that asks for. */
export async function decideBasis(stage: Stage, order: Order): Promise<void> {
  const { story, cast } = stage;
  const { buyers } = await cast.city.ask<{ buyers: { id: string }[] }>('query { buyers { id } }');
  await cast.city.ask(CHANGES.setGovernmentRules, { input: { buyerId: buyers[0]?.id, kind: 'MUNICIPALITY' } });
  const read = async () =>
    (await cast.city.ask<{ contractBasis: Basis }>(QUERIES.contractBasis, { id: order.id })).contractBasis;
  const basis = await read();
  story.tell(`契約の根拠（税込${formatYen(basis.amountYen)}）`, 'By which item the town hall may order:');
  story.list(
    basis.options.map(({ basis: item, isPossible, reasonJa }) => `${isPossible ? '○' : '×'} ${item}　${reasonJa}`),
  );
  const decision = { workOrderId: order.id, basis: 'ITEM_3', reason: REASON };
  await cast.city.change(CHANGES.decideBasis, decision);
  story.mustBe('決めた根拠 / decided', (await read()).decided, 'ITEM_3');
  await publish(stage, order, 'EXPECTED');
  await publish(stage, order, 'BEFORE_CONTRACT');
}

/** Once the order is placed, the third text can be published. */
export async function publishResult(stage: Stage, order: Order): Promise<void> {
  await publish(stage, order, 'AFTER_CONTRACT');
  const published = (await publicationsOf(stage, order)).filter(({ publishedOn }) => publishedOn !== null);
  stage.story.mustBe('公表 / published', published.map(({ kind }) => kind).sort(), Object.keys(NAMES).sort());
}

async function publish(stage: Stage, order: Order, kind: string): Promise<void> {
  const { city } = stage.cast;
  await city.change(CHANGES.draftPublication, { workOrderId: order.id, kind });
  const draft = (await publicationsOf(stage, order)).find((text) => text.kind === kind);
  const publishedOn = await stage.today();
  await city.change(CHANGES.editPublication, {
    publicationId: draft?.id,
    body: draft?.body,
    place: PLACE,
    publishedOn,
  });
  stage.story.list([`公表 / published: ${NAMES[kind] ?? kind}　${stage.address(draft?.pdfPath ?? '')}`]);
}

async function publicationsOf({ cast }: Stage, order: Order): Promise<Publication[]> {
  const answer = await cast.city.ask<{ publications: Publication[] }>(QUERIES.publications, { id: order.id });
  return answer.publications;
}
