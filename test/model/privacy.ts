import type { Dice } from './dice.js';
import type { Actor, Stage } from './stage.js';

/** Queries of one thing by its id, and the tables their things are in. */
const BY_ID: Readonly<Record<string, string>> = {
  workOrder: 'work_order',
  assignment: 'assignment',
  contract: 'contract',
  paper: 'paper',
  call: 'call',
  invoice: 'invoice',
  allocation: 'allocation',
};

const QUESTIONS = 'questions { id body answer status facility { id name } }';
const MONEY = `invoices { items { id number lines { id description } } } payments { items { id } }
  settlementLines { items { id description netYen workOrderId contractId } }`;
const CONTRACTS = `contracts { items { id status buyer { name } facility { id name } assignmentId amountYen
  timeline { note amountYen } settlement { id netYen description } } }`;
const PAPERS = `papers { items { id subject issuer { id name } recipient { id name } amountYen workOrderId } }`;
const TOLD = 'notifications { items { subject body link } }';

/** All a facility can read of orders, but what its lead sees. */
const OF_FACILITY = `{ assignments(first: 100) { items { id orderNumber orderTitle facility { id name } workOrderId
    specification handOverTo answerReason deliveries { id note } shareChanges { id reason } ${QUESTIONS} } }
  calls(first: 100) { items { id title workOrderId stepId allocationId called { id name } questions { question answer
    facility { id name } } responses { facility { id name } unitPriceSen units remark } } }
  ${CONTRACTS} ${PAPERS} ${MONEY} ${TOLD} }`;

/** All a buyer can read of orders. */
const OF_BUYER = `{ workOrders { items { id number status lines { id placed steps { id placed } allocations { id } }
    quotes { id contractType lines { facilityUnitPriceSen steps { facilityUnitPriceSen } } candidates { id name } }
    assignments { id facility { id name } } leadFacility { id name } ${QUESTIONS} } }
  ${CONTRACTS} ${PAPERS} ${MONEY} ${TOLD} }`;

/** Nobody reads what is not theirs: @returns what was read all the same. */
export async function leaks(stage: Stage, dice: Dice): Promise<string[]> {
  return [...(await asStranger(stage, dice)), ...(await asNeighbour(stage, dice))];
}

async function asStranger(stage: Stage, dice: Dice): Promise<string[]> {
  const query = dice.one(Object.keys(BY_ID));
  const things = await stage.rows<{ id: string }>(`SELECT id FROM "${BY_ID[query]}" ORDER BY id`);
  if (things.length === 0) return [];
  const stranger = dice.one(stage.strangers);
  const { id } = dice.one(things);
  const code = await stranger.client
    .refusal(`query ($id: ID!) { ${query}(id: $id) { id } }`, { id })
    .catch(() => 'an answer');
  return code === 'ACCESS.NOT_FOUND' ? [] : [`${stranger.name} asked for ${query} ${id} and got ${code}`];
}

/** Somebody who has to do with some of the orders, and must not learn of the rest. */
async function asNeighbour(stage: Stage, dice: Dice): Promise<string[]> {
  const neighbour = dice.one([...stage.facilities, ...stage.buyers]);
  const isFacility = neighbour.kind === 'FACILITY';
  const seen = JSON.stringify(await stage.ask(neighbour, isFacility ? OF_FACILITY : OF_BUYER));
  const forbidden = isFacility ? await hiddenFromFacility(stage, neighbour) : await hiddenFromBuyer(stage, neighbour);
  const read = forbidden.filter((text) => seen.includes(text));
  return read.map((text) => {
    const at = seen.indexOf(text);
    return `${neighbour.name} can read ${text}: ${seen.slice(Math.max(0, at - 160), at + 120)}`;
  });
}

async function hiddenFromFacility(stage: Stage, { organisationId }: Actor): Promise<string[]> {
  const others = stage.facilities.filter((other) => other.organisationId !== organisationId);
  const rows = await stage.rows<{ id: string }>(
    `SELECT id FROM assignment WHERE facility_id <> $1 UNION ALL SELECT id FROM contract WHERE facility_id <> $1
     UNION ALL SELECT id FROM allocation UNION ALL SELECT id FROM quote`,
    [organisationId],
  );
  return [...others.flatMap((other) => [other.organisationId, other.organisationName]), ...rows.map(({ id }) => id)];
}

/** A buyer learns of facilities where it deals with them itself (仲介型, 斡旋型); of a desk's own, never. */
async function hiddenFromBuyer(stage: Stage, { organisationId }: Actor): Promise<string[]> {
  const rows = await stage.rows<{ id: string }>(
    `SELECT id FROM work_order WHERE buyer_id <> $1 UNION ALL SELECT id FROM contract WHERE side = 'DESK_FACILITY'
     UNION ALL SELECT id FROM allocation UNION ALL SELECT a.id FROM assignment a JOIN work_order o ON o.id = a.work_order_id
       WHERE o.contract_type = 'DESK_CONTRACT' OR a.status IN ('PLANNED', 'OFFERED')`,
    [organisationId],
  );
  const known = await stage.rows<{ facility_id: string }>(
    `SELECT facility_id FROM quote_candidate JOIN quote ON quote.id = quote_id JOIN work_order o ON o.id = work_order_id
       WHERE o.buyer_id = $1
     UNION SELECT facility_id FROM assignment JOIN work_order o ON o.id = work_order_id
       WHERE o.buyer_id = $1 AND o.contract_type = 'BROKERED' AND accepted_units IS NOT NULL`,
    [organisationId],
  );
  const hidden = stage.facilities.filter((row) => !known.some((each) => each.facility_id === row.organisationId));
  return [...hidden.flatMap((row) => [row.organisationId, row.organisationName]), ...rows.map(({ id }) => id)];
}
