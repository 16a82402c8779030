import type { LocalDate } from '#yui/calendar';
import type { Actor, Stage } from './stage.js';
import type { ModelOrder } from './step.js';

/** Something with a life of its own: what it is, and what the one who looks may do with it. */
export interface Thing {
  readonly id: string;
  readonly status: string;
  readonly availableActions: readonly string[];
}

export interface Share extends Thing {
  readonly orderNumber: string;
  readonly facility: { readonly id: string };
  readonly units: number;
  readonly offeredUnits: number;
  readonly acceptedUnits: number | null;
  readonly doneUnits: number;
  readonly dueOn: LocalDate;
  readonly extendableTo: LocalDate | null;
  readonly unitPriceSen: number;
  readonly stepPosition: number;
  readonly deliveries: readonly {
    readonly id: string;
    readonly units: number;
    readonly inspection: { readonly acceptedUnits: number } | null;
  }[];
  readonly shareChanges: readonly Thing[];
  readonly materials: readonly { readonly id: string; readonly availableActions: readonly string[] }[];
  readonly questions: readonly Thing[];
}

interface Line {
  readonly id: string;
  readonly quantity: number;
  readonly dueOn: LocalDate;
  readonly workType: { readonly code: string };
  readonly steps: readonly {
    readonly id: string;
    readonly placed: number;
    readonly unplaced: number;
    readonly surplus: number;
    readonly dueOn: LocalDate;
  }[];
}

export interface Order extends Thing {
  readonly number: string;
  readonly title: string;
  readonly contractType: string | null;
  readonly lines: readonly Line[];
  readonly quotes: readonly {
    readonly id: string;
    readonly status: string;
    readonly contractType: string;
    readonly candidates: readonly { readonly id: string }[];
  }[];
  readonly amendments: readonly (Thing & {
    readonly lines: readonly { readonly workOrderLineId: string; readonly quantity: number | null }[];
  })[];
  readonly cancellations: readonly Thing[];
  readonly rejections: readonly (Thing & {
    readonly lines: readonly { readonly workOrderLineId: string; readonly units: number }[];
  })[];
  readonly questions: readonly Thing[];
  readonly contracts: readonly (Thing & { readonly type: string })[];
  readonly assignments: readonly Share[];
}

export interface Call extends Thing {
  readonly quantity: number;
  readonly dueOn: LocalDate;
  readonly stepId: string | null;
  readonly questions: readonly { readonly id: string; readonly answer: string | null }[];
  readonly responses: readonly Thing[];
}

/** One of the texts a government publishes about an order. */
export interface Publication extends Thing {
  readonly workOrderId: string;
  readonly kind: string;
  readonly body: string;
}

/** What somebody sees of one order: the order itself and its texts, unless it is a facility, and its shares and calls. */
export interface Sight {
  readonly order: Order | null;
  readonly shares: readonly Share[];
  readonly calls: readonly Call[];
  /** Null: not of a government, or not for who looks. */
  readonly publications: readonly Publication[] | null;
}

const THING = 'id status availableActions';
const SHARE = `${THING} orderNumber facility { id } units offeredUnits acceptedUnits doneUnits dueOn extendableTo unitPriceSen
  stepPosition deliveries { id units inspection { acceptedUnits } } shareChanges { ${THING} }
  materials { id availableActions } questions { ${THING} }`;
const ORDER = `${THING} number title contractType
  lines { id quantity dueOn workType { code } steps { id placed unplaced surplus dueOn } }
  quotes { id status contractType candidates { id } }
  amendments { ${THING} lines { workOrderLineId quantity } } cancellations { ${THING} } rejections { ${THING} lines { workOrderLineId units } }
  questions { ${THING} } contracts { ${THING} type } assignments { ${SHARE} }`;
const CALL = `${THING} quantity dueOn stepId questions { id answer } responses { ${THING} }`;
const PUBLICATION = 'id availableActions workOrderId kind body publishedOn';

export async function look(stage: Stage, actor: Actor, order: ModelOrder): Promise<Sight> {
  if (actor.kind === 'FACILITY') {
    const { assignments, calls } = await stage.ask<{ assignments: { items: Share[] }; calls: { items: Call[] } }>(
      actor,
      `{ assignments(first: 100) { items { ${SHARE} } } calls(first: 100) { items { ${CALL} } } }`,
    );
    return {
      order: null,
      shares: assignments.items.filter((share) => share.orderNumber === order.number),
      calls: calls.items,
      publications: null,
    };
  }
  const isDesk = actor.kind === 'DESK';
  const calls = isDesk ? `calls(filter: { workOrderId: $id }, first: 100) { items { ${CALL} } }` : '';
  const publications = order.buyer.isGovernment ? `publications(workOrderId: $id) { ${PUBLICATION} }` : '';
  const seen = await stage.ask<{
    workOrder: Order;
    calls?: { items: Call[] };
    publications?: (Omit<Publication, 'status'> & { publishedOn: LocalDate | null })[];
  }>(actor, `query ($id: ID!) { workOrder(id: $id) { ${ORDER} } ${calls} ${publications} }`, { id: order.id });
  return {
    order: seen.workOrder,
    shares: seen.workOrder.assignments,
    calls: seen.calls?.items ?? [],
    publications:
      seen.publications?.map((row) => ({ ...row, status: row.publishedOn === null ? 'DRAFT' : 'PUBLISHED' })) ?? null,
  };
}
