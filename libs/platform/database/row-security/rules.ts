/**
 * The second wall: table by table, which rows the api and the worker see in the name of a person, and which they may
 * write, whatever a query forgets to ask for. docs/trust.md says how it works, functions.ts what the words below mean.
 *
 * - `see`: while reading, the rows of the acting party; while writing (`yui_is_writing()`) also all rows of the desks it
 *   deals with (`yui_desks()`), because what follows from an answer of one party is computed from the rows of all.
 * - `change`: only while writing. `add`: what a new row must be, where that is more than `change`; `become`: what a changed
 *   one must be.
 * - `visitors`: also the api when nobody is signed in yet (`SYSTEM` there): to find out who it is.
 *
 * The worker and the command line see every row as `SYSTEM`, and none as nobody. A new table gets its line here, or one
 * in WITHOUT_RULES; a test fails until it has one, and until then neither api nor worker may touch it.
 */
export interface RowRule {
  readonly see: string;
  readonly change: string;
  readonly add?: string;
  readonly become?: string;
  readonly visitors?: 'READ' | 'ADD' | 'WRITE';
}
type RuleOf = (table: string) => RowRule;

const DESK = `yui_own('DESK')`;
const BUYER = `yui_own('BUYER')`;
const FACILITY = `yui_own('FACILITY')`;
const PREFECTURE = `yui_own('PREFECTURE')`;
const IS_PLATFORM = `yui_own('PLATFORM') IS NOT NULL`;
const ORGANISATION = 'yui_organisation()';
const ACCOUNT = 'yui_account()';
const IS_WRITING = 'yui_is_writing()';
/** Of the audit: what an organisation does through the link of a letter, held by nobody who is known. */
const BY_LETTER = `account_id IS NULL AND ${ACCOUNT} IS NULL AND organisation_id = ${ORGANISATION}`;
// Looks into tables: asked once for each statement, not for each row.
const DESKS = '((SELECT yui_desks())::uuid[])';
const OVERSEEN = '((SELECT yui_overseen())::uuid[])';

const any = (...arms: readonly string[]) => arms.map((arm) => `(${arm})`).join(' OR ');
const all = (...arms: readonly string[]) => arms.map((arm) => `(${arm})`).join(' AND ');
/** Where the clock was moved (demonstrations), time is no proof of anything. */
const IS_NOW = `at BETWEEN now() - interval '1 minute' AND now() + interval '1 minute'
  OR EXISTS (SELECT 1 FROM clock_shift WHERE shift <> interval '0')`;
const exists = (from: string, where: string) => `EXISTS (SELECT 1 FROM ${from} WHERE ${where})`;

const ofOwnDesks = (table: string) => `${table}.desk_id = ANY ${DESKS}`;

type Party = 'desk' | 'buyer' | 'facility' | 'prefecture';
const ARMS: Readonly<Record<Party, (table: string) => string>> = {
  desk: ofOwnDesks,
  buyer: (table) => `${table}.buyer_id = ${BUYER}`,
  facility: (table) => `${table}.facility_id = ${FACILITY}`,
  prefecture: (table) => `${table}.desk_id = ANY ${OVERSEEN}`,
};

/** Rows that name the parties they concern: `desk_id`, and `buyer_id` or `facility_id`. */
function of(...parties: readonly ['desk', ...Party[]]): RuleOf {
  return (table) => ({
    see: any(...parties.map((party) => ARMS[party](table))),
    change: all(IS_WRITING, ofOwnDesks(table)),
  });
}

/** Of one organisation, whichever kind it is; the desks it deals with do not see them. */
const OF_ORGANISATION: RuleOf = (table) => ({
  see: `${table}.organisation_id = ${ORGANISATION}`,
  change: all(IS_WRITING, `${table}.organisation_id = ${ORGANISATION}`),
});

/** Parts of something: anyone who sees the whole sees the part. */
function partOf(whole: string, column: string): RuleOf {
  return (table) => {
    const see = exists(`${whole} whole`, `whole.id = ${table}.${column}`);
    return { see, change: all(IS_WRITING, see) };
  };
}

/** Parts of an order that concern its desk and its buyer, and facilities as `facility` says. */
function ofOrder(facility: string): RuleOf {
  return (table) => {
    const { see, change } = of('desk', 'buyer')(table);
    return { see: any(see, all(`${FACILITY} IS NOT NULL`, facility)), change };
  };
}

/** What a facility says of itself. Desks it is, or was, registered with see it. */
function ofFacility(column: string, ...others: readonly string[]): RuleOf {
  return (table) => {
    const id = `${table}.${column}`;
    const isRegistered = `${id} IN (SELECT yui_registered(yui_desks()))`;
    return {
      see: any(
        `${id} = ${FACILITY}`,
        // A published list of facilities is compared with all there are.
        `${DESK} IS NOT NULL AND ${IS_WRITING}`,
        isRegistered,
        ...others.map((other) => other.replaceAll('$id', id)),
      ),
      change: all(
        IS_WRITING,
        any(`${id} = ${FACILITY}`, isRegistered, all(`${DESK} IS NOT NULL`, `yui_is_free(${id})`)),
      ),
    };
  };
}
const OF_FACILITY = ofFacility('facility_id');
/**
 * What a facility tells the desks it is registered with, and those that oversee them; one it has left keeps what it was told
 * until then. `told`: when a row was told, as it is; null: it still changes.
 */
function toldBy(table: string, told: string) {
  const id = `${table}.facility_id`;
  const isTold = (desks: string) =>
    any(`${id} IN (SELECT yui_members(${desks}))`, `yui_knew(${desks}, ${id}, ${told})`);
  return {
    isOwn: `${id} = ${FACILITY}`,
    isOfMember: all(`${DESK} IS NOT NULL`, `${id} IN (SELECT yui_members(${DESKS}))`),
    isKnown: all(`${DESK} IS NOT NULL`, isTold(DESKS)),
    isOverseen: all(`${PREFECTURE} IS NOT NULL`, isTold(OVERSEEN)),
  };
}
const IN_PREFECTURE = all(`${PREFECTURE} IS NOT NULL`, '$id IN (SELECT yui_registered(yui_overseen()))');

/** What a buyer says of itself. Desks it orders from see it. */
const OF_BUYER: RuleOf = (table) => {
  const id = `${table}.buyer_id`;
  const isOwn = any(`${id} = ${BUYER}`, `yui_orders_from(${id}, ${DESKS})`);
  return {
    see: any(isOwn, all(`${PREFECTURE} IS NOT NULL`, `yui_orders_from(${id}, ${OVERSEEN})`)),
    change: all(IS_WRITING, isOwn),
  };
};

/**
 * What belongs to a person: while reading, the person alone and whom `others` names. While writing, what is found by a
 * link, an address or a role may be anybody's; the use cases of sign-in and of people ask who may.
 */
function ofPerson(...own: readonly string[]): RuleOf {
  return () => ({ see: any(IS_WRITING, ...own), change: IS_WRITING, visitors: 'WRITE' });
}
const OF_ACCOUNT = ofPerson(`account_id = ${ACCOUNT}`);
const FOUND_WHILE_WRITING = ofPerson();

/**
 * What an organisation recorded for its reports. Its prefecture reads along: of the desks it oversees, and of the
 * governments that order from them.
 */
const OF_KEEPER: RuleOf = (table) => {
  const isOwn = `${table}.keeper_id = ${ORGANISATION}`;
  return {
    see: any(
      isOwn,
      all(
        `${PREFECTURE} IS NOT NULL`,
        any(`${table}.keeper_id = ANY ${OVERSEEN}`, `yui_orders_from(${table}.keeper_id, ${OVERSEEN})`),
      ),
    ),
    change: all(IS_WRITING, isOwn, `${table}.keeper_kind = yui_kind()`),
  };
};

const RULES: Readonly<Record<string, RuleOf>> = {
  // People
  account: ofPerson(`account.id = ${ACCOUNT}`, 'yui_knows_account(account.id)'),
  role_grant: ofPerson(
    `account_id = ${ACCOUNT}`,
    `organisation_id = ${ORGANISATION}`,
    all(IS_PLATFORM, 'yui_is_prefecture(organisation_id)'),
  ),
  session: OF_ACCOUNT,
  passkey: OF_ACCOUNT,
  totp: OF_ACCOUNT,
  recovery_code: OF_ACCOUNT,
  oidc_identity: OF_ACCOUNT,
  known_place: OF_ACCOUNT,
  api_token: ofPerson(`account_id = ${ACCOUNT}`, `organisation_id = ${ORGANISATION}`),
  invitation: ofPerson(
    `invited_by = ${ACCOUNT}`,
    `organisation_id = ${ORGANISATION}`,
    `inviting_organisation_id = ${ORGANISATION}`,
  ),
  attempt: FOUND_WHILE_WRITING,
  challenge: FOUND_WHILE_WRITING,
  mailed_token: FOUND_WHILE_WRITING,
  password_reset: FOUND_WHILE_WRITING,

  // Organisations
  desk: () => ({
    // Somebody with roles for several organisations may know what they are called.
    see: any(`desk.id = ANY ${DESKS}`, IS_PLATFORM, 'yui_knows_desk(desk.id)', 'yui_holds_role_for(desk.id)'),
    change: all(IS_WRITING, any(`desk.id = ${DESK}`, IS_PLATFORM)),
    visitors: 'READ',
  }),
  buyer: () => ({
    see: any(
      `buyer.id = ${BUYER}`,
      `yui_orders_from(buyer.id, ${DESKS})`,
      all(`${PREFECTURE} IS NOT NULL`, `yui_orders_from(buyer.id, ${OVERSEEN})`),
      all(`${FACILITY} IS NOT NULL`, exists('contract c', `c.buyer_id = buyer.id AND c.facility_id = ${FACILITY}`)),
      all(`${DESK} IS NOT NULL`, IS_WRITING, any('yui_is_new_buyer(buyer.id)', 'yui_agreed(buyer.id)')),
      'yui_holds_role_for(buyer.id)',
    ),
    change: all(
      IS_WRITING,
      any(
        `buyer.id = ${BUYER}`,
        `yui_orders_from(buyer.id, ${DESKS})`,
        all(`${DESK} IS NOT NULL`, 'yui_is_new_buyer(buyer.id)'),
      ),
    ),
    visitors: 'READ',
  }),
  department: OF_BUYER,
  category_mapping: OF_BUYER,
  category_mapping_entry: OF_BUYER,
  negotiation_limit: OF_BUYER,
  government: OF_BUYER,
  business_profile: (table) => {
    const id = `${table}.organisation_id`;
    const isServed = any(`yui_orders_from(${id}, ${DESKS})`, `${id} IN (SELECT yui_registered(yui_desks()))`);
    return {
      see: any(`${id} = ${ORGANISATION}`, `${id} = ANY ${DESKS}`, isServed),
      change: all(IS_WRITING, any(`${id} = ${ORGANISATION}`, all(`${DESK} IS NOT NULL`, isServed))),
    };
  },
  account_confirmation: of('desk'),
  desk_buyer: (table) => ({
    ...of('desk', 'buyer', 'prefecture')(table),
    add: all(IS_WRITING, `desk_id = ${DESK}`, any('yui_is_new_buyer(buyer_id)', 'yui_agreed(buyer_id)')),
    visitors: 'READ',
  }),
  desk_recognition: of('desk', 'buyer'),
  prefecture: () => ({
    see: any(
      `prefecture.id = ${PREFECTURE}`,
      exists('prefecture_desk p', `p.prefecture_id = prefecture.id AND p.desk_id = ${DESK}`),
      IS_PLATFORM,
    ),
    change: all(IS_WRITING, IS_PLATFORM),
    visitors: 'READ',
  }),
  prefecture_desk: () => ({
    see: any(`prefecture_id = ${PREFECTURE}`, `desk_id = ${DESK}`, IS_PLATFORM),
    change: all(IS_WRITING, IS_PLATFORM),
  }),
  platform_act: (table) => ({
    see: any(IS_PLATFORM, `${table}.desk_id = ${DESK}`),
    change: all(IS_WRITING, IS_PLATFORM),
  }),
  registration_code: () => ({
    see: `organisation_id = ${ORGANISATION}`,
    // A desk uses one through redeem_registration_code() alone.
    change: all(IS_WRITING, `organisation_id = ${ORGANISATION}`),
  }),

  // Facilities
  facility: (table) => ({
    ...ofFacility(
      'id',
      IN_PREFECTURE,
      all(`${BUYER} IS NOT NULL`, 'yui_works_for_buyer($id)'),
      all(`${FACILITY} IS NOT NULL`, 'yui_is_in_team($id)'),
      'yui_holds_role_for($id)',
    )(table),
    visitors: 'READ',
  }),
  membership: (table) => ({
    see: any(
      ...(['desk', 'facility', 'prefecture'] as const).map((party) => ARMS[party](table)),
      // Whether another desk keeps the facility decides what this one may change.
      all(`${DESK} IS NOT NULL`, IS_WRITING),
    ),
    change: all(IS_WRITING, any(`desk_id = ${DESK}`, `facility_id = ${FACILITY}`)),
    // No desk takes up a facility that another one keeps, or that has people, unless it agreed.
    add: all(IS_WRITING, `desk_id = ${DESK}`, any('yui_is_free(facility_id)', 'yui_agreed(facility_id)')),
    // One that has ended does not begin again.
    become: all(IS_WRITING, any(`desk_id = ${DESK}`, `facility_id = ${FACILITY}`), 'left_on IS NOT NULL'),
    visitors: 'READ',
  }),
  service_mention: OF_FACILITY,
  registry_wage: (table) => {
    // What the product brought along was always known.
    const { isOwn, isKnown, isOverseen } = toldBy(table, `coalesce(${table}.recorded_at, '-infinity')`);
    // A published list of facilities is compared with all there are.
    const isCompared = all(`${DESK} IS NOT NULL`, IS_WRITING);
    return { see: any(isOwn, isCompared, isKnown, isOverseen), change: OF_FACILITY(table).change };
  },
  capability: OF_FACILITY,
  work_week: OF_FACILITY,
  calendar_exception: OF_FACILITY,
  facility_capacity: OF_FACILITY,
  // Of all desks: what is left of a facility is computed from all it has promised.
  capacity_promise: OF_FACILITY,
  facility_eligibility: ofFacility('facility_id', all(`${BUYER} IS NOT NULL`, 'yui_serves_buyer($id)')),
  head_count: ofFacility('facility_id', all(`${BUYER} IS NOT NULL`, 'yui_serves_buyer($id)')),

  // Orders
  work_order: (table) => ({
    see: any(
      ARMS.buyer(table),
      ARMS.prefecture(table),
      // A draft is its buyer's alone until it is sent, unless the desk drafted it.
      all(ofOwnDesks(table), any('submitted_at IS NOT NULL', 'is_drafted_by_desk', IS_WRITING)),
      all(`${FACILITY} IS NOT NULL`, 'yui_takes_part(work_order.id)'),
    ),
    change: all(IS_WRITING, ofOwnDesks(table)),
  }),
  work_order_number: of('desk'),
  work_order_line: ofOrder('yui_takes_part_in_line(work_order_line.id)'),
  delivery_place: ofOrder('yui_takes_part_in_line(delivery_place.work_order_line_id)'),
  step: ofOrder('yui_takes_part_in_line(step.work_order_line_id) OR yui_leads(step.work_order_id)'),
  quote: of('desk', 'buyer'),
  quote_line: partOf('quote', 'quote_id'),
  quote_charge: partOf('quote', 'quote_id'),
  // What facilities get is between them and the desk, unless the buyer deals with them itself.
  quote_step: () => {
    const see = (...more: readonly string[]) => exists('quote whole', all('whole.id = quote_step.quote_id', ...more));
    return {
      see: see(any(IS_WRITING, `${BUYER} IS NULL`, `whole.contract_type = 'BROKERED'`)),
      change: all(IS_WRITING, see()),
    };
  },
  quote_candidate: partOf('quote', 'quote_id'),
  allocation: (table) => {
    const see = `yui_step_is_of(${table}.step_id, ${DESKS})`;
    return { see, change: all(IS_WRITING, see) };
  },
  allocation_share: partOf('allocation', 'allocation_id'),
  call: () => ({
    see: any(
      ofOwnDesks('call'),
      all(
        `${FACILITY} IS NOT NULL`,
        exists('call_invitation i', `i.call_id = call.id AND i.facility_id = ${FACILITY}`),
      ),
    ),
    change: all(IS_WRITING, ofOwnDesks('call')),
  }),
  call_invitation: of('desk', 'facility'),
  call_response: of('desk', 'facility'),
  call_question: partOf('call', 'call_id'),
  assignment: (table) => ({
    see: any(
      `${ARMS.facility(table)} AND answer_by IS NOT NULL`,
      all(`${FACILITY} IS NOT NULL`, 'answer_by IS NOT NULL', 'yui_leads(assignment.work_order_id)'),
      ARMS.prefecture(table),
      ofOwnDesks(table),
      // Who works for a buyer through the desk (契約型), and for how much, is the desk's.
      all(`${BUYER} IS NOT NULL`, 'answer_by IS NOT NULL', 'yui_deals_directly(assignment.work_order_id)'),
    ),
    change: all(IS_WRITING, ofOwnDesks(table)),
  }),
  // Who leads the others, or orders from them, reads their assignments, and not why they have what they have.
  assignment_reason: of('desk', 'facility'),
  progress_report: partOf('assignment', 'assignment_id'),
  delivery: partOf('assignment', 'assignment_id'),
  inspection: partOf('delivery', 'delivery_id'),
  inspection_defect: partOf('inspection', 'inspection_id'),
  // Anyone who opens the link of a mail is not signed in: the link says who it was sent to.
  answer_link: (table) => ({ ...of('desk', 'facility')(table), visitors: 'WRITE' }),
  amendment_link: (table) => ({ ...of('desk', 'buyer')(table), visitors: 'WRITE' }),
  call_link: (table) => ({ ...of('desk', 'facility')(table), visitors: 'WRITE' }),
  hand_back: of('desk', 'facility'),
  share_change: of('desk', 'facility'),
  pace_check: of('desk', 'facility'),
  material: of('desk', 'facility'),
  material_movement: of('desk', 'facility'),
  amendment: of('desk', 'buyer'),
  amendment_line: partOf('amendment', 'amendment_id'),
  amendment_plan: of('desk'),
  cancellation: of('desk', 'buyer'),
  work_rejection: of('desk', 'buyer'),
  work_rejection_line: partOf('work_rejection', 'rejection_id'),
  returned_work: of('desk', 'facility'),
  attachment: (table) => ({
    see: any(
      `${ARMS.buyer(table)} AND (is_for_buyer OR uploaded_for = ${BUYER})`,
      ARMS.facility(table),
      all(
        `${FACILITY} IS NOT NULL`,
        any(
          `uploaded_for = ${FACILITY}`,
          all('is_for_facilities', 'facility_id IS NULL', 'yui_takes_part(work_order_id)'),
        ),
      ),
      ofOwnDesks(table),
    ),
    change: all(IS_WRITING, ofOwnDesks(table)),
  }),
  standing_order: (table) => {
    const { see, change } = of('desk', 'buyer')(table);
    const isAsked = exists(
      'occurrence_share s',
      `s.standing_order_id = standing_order.id AND s.facility_id = ${FACILITY}`,
    );
    return { see: any(see, all(`${FACILITY} IS NOT NULL`, isAsked)), change };
  },
  // What facilities get: the desk's, and theirs. A buyer that agrees or calls off has it written, and never reads it.
  standing_order_price: (table) => {
    const see = any(
      ofOwnDesks(table),
      all(IS_WRITING, exists('standing_order whole', `whole.id = ${table}.standing_order_id`)),
    );
    return { see, change: all(IS_WRITING, see) };
  },
  occurrence_price: (table) => {
    const isAsked = exists(
      'occurrence_share s',
      `s.occurrence_id = ${table}.occurrence_id AND s.facility_id = ${FACILITY}`,
    );
    const see = any(
      ofOwnDesks(table),
      all(`${FACILITY} IS NOT NULL`, isAsked),
      all(IS_WRITING, exists('occurrence whole', `whole.id = ${table}.occurrence_id`)),
    );
    return { see, change: all(IS_WRITING, see) };
  },
  standing_order_terms: of('desk', 'buyer'),
  standing_order_site: partOf('standing_order', 'standing_order_id'),
  standing_order_member: of('desk'),
  occurrence: (table) => {
    const { see, change } = of('desk', 'buyer')(table);
    const isAsked = exists('occurrence_share s', `s.occurrence_id = occurrence.id AND s.facility_id = ${FACILITY}`);
    return { see: any(see, all(`${FACILITY} IS NOT NULL`, isAsked)), change };
  },
  // What is planned for a facility it does not know of yet.
  occurrence_share: (table) => ({
    see: any(ofOwnDesks(table), `${ARMS.facility(table)} AND status <> 'PLANNED'`),
    change: all(IS_WRITING, ofOwnDesks(table)),
  }),
  question: (table) => ({
    see: any(
      `${ARMS.buyer(table)} AND facility_id IS NULL`,
      ARMS.facility(table),
      all(`${FACILITY} IS NOT NULL`, 'is_for_all_facilities', 'yui_takes_part(work_order_id)'),
      ofOwnDesks(table),
    ),
    change: all(IS_WRITING, ofOwnDesks(table)),
  }),
  order_contact: of('desk', 'buyer'),
  order_note: of('desk'),
  inquiry: of('desk'),
  move_in_row: of('desk'),
  opening_balance: of('desk', 'facility'),
  entered_for: of('desk', 'buyer', 'facility'),
  // Said by the party alone: no desk changes it.
  entering_refusal: (table) => {
    const id = `${table}.organisation_id`;
    return {
      see: any(
        `${id} = ${ORGANISATION}`,
        `yui_orders_from(${id}, ${DESKS})`,
        `${id} IN (SELECT yui_registered(yui_desks()))`,
      ),
      change: all(IS_WRITING, `${id} = ${ORGANISATION}`),
    };
  },
  // Wages
  // Published rules: anyone who is signed in may know them.
  wage_rule: () => ({ see: `${ACCOUNT} IS NOT NULL`, change: all(IS_WRITING, `prefecture_id = ${PREFECTURE}`) }),
  wage_return: (table) => {
    const told = `CASE WHEN ${table}.status <> 'RETURNED' THEN ${table}.submitted_at END`;
    const { isOwn, isOfMember, isKnown, isOverseen } = toldBy(table, told);
    // A draft is between the facility and its desks.
    const isChecked = all(`${table}.status <> 'DRAFT'`, isOverseen);
    return { see: any(isOwn, isKnown, isChecked), change: all(IS_WRITING, any(isOwn, isOfMember, isChecked)) };
  },
  wage_target: (table) => {
    const { isOwn, isOfMember, isKnown, isOverseen } = toldBy(table, `${table}.recorded_at`);
    return { see: any(isOwn, isKnown, isOverseen), change: all(IS_WRITING, any(isOwn, isOfMember)) };
  },
  wage_plan: (table) => {
    const { isOwn, isOfMember, isKnown, isOverseen } = toldBy(table, `${table}.recorded_at`);
    return { see: any(isOwn, isKnown, isOverseen), change: all(IS_WRITING, any(isOwn, isOfMember)) };
  },
  wage_plan_measure: (table) => {
    const { isOwn, isOfMember } = toldBy('whole', 'whole.recorded_at');
    const isChanging = exists('wage_plan whole', all(`whole.id = ${table}.wage_plan_id`, any(isOwn, isOfMember)));
    return { see: partOf('wage_plan', 'wage_plan_id')(table).see, change: all(IS_WRITING, isChanging) };
  },
  wage_reminder: () => ({ see: 'false', change: 'false' }),
  activity: of('desk'),
  activity_facility: partOf('activity', 'activity_id'),

  contract_basis: of('desk', 'buyer'),
  publication: of('desk', 'buyer'),
  procurement_target: OF_KEEPER,
  procurement_rule: OF_KEEPER,
  procurement_policy: OF_KEEPER,
  closed_year: OF_KEEPER,
  closed_row: partOf('closed_year', 'closed_year_id'),

  // Results
  // The level of all facilities of a desk is also made of what the desk recorded; a facility opens what is its own of it.
  recorded_result: (table) => {
    const { see, change } = OF_KEEPER(table);
    const isOfFacility = all(`${table}.facility_id = ${FACILITY}`, `${table}.keeper_kind = 'DESK'`);
    return { see: any(see, `${table}.keeper_id = ANY ${DESKS}`, isOfFacility), change };
  },

  // Contracts and money
  contract: of('desk', 'buyer', 'facility', 'prefecture'),
  contract_milestone: of('desk', 'buyer', 'facility'),
  timeline_entry: of('desk', 'buyer', 'facility'),
  paper: of('desk', 'buyer', 'facility'),
  paper_number: of('desk'),
  fee_rule: of('desk'),
  desk_terms: of('desk'),
  buyer_terms: of('desk', 'buyer'),
  invoice_issuer: of('desk', 'facility'),
  order_terms: of('desk', 'buyer'),
  undecided_item: of('desk'),
  reduction: of('desk', 'buyer', 'facility'),
  settlement_line: (table) => {
    const { see, change } = of('desk', 'buyer', 'facility')(table);
    // What buyers paid for work is what a prefecture adds up; fees and prices of facilities are none of it.
    return { see: any(see, all(ARMS.prefecture(table), `payer = 'BUYER'`, `kind = 'WORK'`)), change };
  },
  payment: of('desk', 'buyer', 'facility'),
  payment_part: of('desk', 'buyer', 'facility'),
  invoice: of('desk', 'buyer', 'facility'),
  invoice_line: of('desk', 'buyer', 'facility'),
  journal_settings: of('desk'),
  bank_statement: of('desk'),
  statement_line: of('desk'),
  statement_match: of('desk'),
  payer_alias: of('desk'),
  transfer_client: of('desk'),
  transfer_run: of('desk'),
  transfer_record: of('desk'),
  transfer_item: of('desk'),

  // What was done, and who is told
  notification: () => ({
    // A desk sees who was told of its orders.
    see: any(`account_id = ${ACCOUNT}`, `desk_id = ${DESK}`, all(IS_WRITING, IS_PLATFORM)),
    // And prints and sends the letters about them.
    change: all(IS_WRITING, any(`account_id = ${ACCOUNT}`, `desk_id = ${DESK} AND channel = 'LETTER'`, IS_PLATFORM)),
  }),
  letter_party: () => ({ see: `desk_id = ${DESK}`, change: all(IS_WRITING, `desk_id = ${DESK}`) }),
  change: () => ({ see: `change.organisation_id = ${ORGANISATION}`, change: 'false' }),
  webhook: OF_ORGANISATION,
  webhook_delivery: OF_ORGANISATION,
  idempotency_key: () => ({ see: `account_id = ${ACCOUNT}`, change: `account_id = ${ACCOUNT}` }),
  audit_entry: () => ({
    // Who acts by a letter sees its own entry while it is written: the address it came from goes along.
    see: any(`desk_id = ${DESK}`, `account_id = ${ACCOUNT}`, all(IS_WRITING, any(IS_PLATFORM, BY_LETTER))),
    change: 'false',
    // By the one who acts, or by the product; of a desk they have to do with; as what happens now.
    add: any(
      all(`yui_kind() = 'SYSTEM'`, IS_NOW),
      all(
        IS_WRITING,
        any(
          // Nobody knows who holds a letter: its link acts for the facility.
          `account_id IS NOT DISTINCT FROM ${ACCOUNT} AND organisation_id = ${ORGANISATION}`,
          `account_id IS NULL AND organisation_id IS NULL AND role = 'SYSTEM'`,
        ),
        any(IS_PLATFORM, all(IS_NOW, any('desk_id IS NULL', `desk_id = ANY ${DESKS}`, `desk_id = ANY ${OVERSEEN}`))),
      ),
    ),
  }),
  audit_origin: (table) => {
    const own = exists(
      'audit_entry whole',
      `whole.id = ${table}.entry_id AND (whole.account_id = ${ACCOUNT} OR (${BY_LETTER}))`,
    );
    const { see } = partOf('audit_entry', 'entry_id')(table);
    return {
      see,
      // Anyone who erases an account takes its addresses along.
      change: all(IS_WRITING, any(own, IS_PLATFORM)),
      visitors: 'ADD',
    };
  },
  audit_link: () => ({ see: `desk_id = ${DESK}`, change: 'false' }),
  // Written by everybody, read by the worker; the platform sees what needs a hand.
  outbox_event: (table) => ({
    see: IS_PLATFORM,
    change: all(IS_WRITING, any('desk_id IS NULL', ofOwnDesks(table), IS_PLATFORM)),
    visitors: 'ADD',
  }),
  inbox_entry: () => ({ see: 'false', change: 'false' }),
  task_trouble: () => ({ see: IS_PLATFORM, change: all(IS_WRITING, IS_PLATFORM) }),
  clock_shift: () => ({ see: 'true', change: all(IS_WRITING, IS_PLATFORM) }),
};

export const ROW_RULES: Readonly<Record<string, RowRule>> = Object.fromEntries(
  Object.entries(RULES).map(([table, ruleOf]) => [table, ruleOf(table)]),
);

/** Tables whose rows belong to nobody, and what the api may do with them. */
export const WITHOUT_RULES: Readonly<Record<string, { readonly why: string; readonly api: 'SELECT' | 'NOTHING' }>> = {
  work_type: { why: 'The same list for everybody.', api: 'SELECT' },
  facility_type: { why: 'The same list for everybody.', api: 'SELECT' },
  procurement_category: { why: 'The same list for everybody.', api: 'SELECT' },
  bank: { why: 'The same list for everybody.', api: 'SELECT' },
  bank_branch: { why: 'The same list for everybody.', api: 'SELECT' },
  rate_limit: { why: 'Hashes and times; the api counts through take_from_buckets() alone.', api: 'NOTHING' },
  schema_migration: { why: 'Which migrations were applied.', api: 'NOTHING' },
  row_security: { why: 'Which edition of these rules is in force.', api: 'NOTHING' },
};

/** The rights of api and worker where they have fewer than all: what is only ever added to, or changed in part. */
export const NARROW_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  audit_entry: ['SELECT', 'INSERT'],
  // Linked by a trigger of the owner.
  audit_link: ['SELECT'],
  // Written and numbered by functions of the owner.
  change: ['SELECT'],
  entered_for: ['SELECT', 'INSERT'],
  membership: ['SELECT', 'INSERT', 'UPDATE (left_on, left_at, left_reason, left_by)'],
};

/** Events and tasks: the worker carries them in nobody's name. */
export const OF_THE_WORKER = ['outbox_event', 'inbox_entry', 'task_trouble'];

/** What the one who checks the audit may read, and nothing else; of some tables only these columns. */
export const OF_THE_AUDITOR: Readonly<Record<string, string>> = {
  audit_entry: '',
  audit_link: '',
  audit_origin: '',
  // What chains are called.
  desk: '(id, code)',
};
