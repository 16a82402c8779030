import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isObjectType } from 'graphql';
import { ROLES, type Role } from '#yui/platform';
import { POLICY } from '../../apps/api/policy.js';
import { TABLES } from '../harness/transition-tables.js';
import { type Area, AREAS, type Reach, reachOf } from './reach.js';

/** Operations people may use that no page asks for, and where they stand instead. */
const NOT_ON_PAGES: Readonly<Record<string, string>> = {
  'Query.allocationPlan': 'the split editor calculates it from `allocationSnapshot`, and programs ask for it',
  'Query.allocationTrial': 'the split editor tries at once what this answers',
  'Query.changes': 'programs follow it; people see what changes on the pages themselves',
  'Mutation.setCalendarException': '`setCalendarExceptions` sets one day as well',
  'facility: Mutation.setMunicipality': 'stands in the profile of the facility (`changeFacilityProfile`)',
  'Query.fairnessTable': 'the file of the ledger; its page shows `fairnessLedgers`',
  'Query.jointOrderTable': 'the file of the table; its page shows `jointOrderResults`',
  'Query.procurementTable': 'the file of the table; its page shows `procurementResults`',
  'Query.paper': 'a paper is opened by its address, which every list of papers links',
  'desk: Query.assignment': 'the page of the order shows each share with all that can be done about it',
  'desk: Query.assignments': 'the page of the order lists them, Today those that need a hand',
  'buyer: Query.contract': 'the page of the order shows its contracts',
  'facility: Query.contract': 'the page of the job shows what was agreed; the contract itself is a paper',
  'facility: Query.contracts': 'the list of jobs is the list of what was agreed; the contracts are papers',
  'facility: Query.invoice': 'the list of invoices opens each as the paper it is',
  'facility: Query.desks': '`memberships` names the desks of a facility',
  'buyer: Query.settlementLines': 'each invoice shows its lines, and `lines` leaves as a file',
  'buyer: Query.workOrderCounts': 'Today says how many orders wait for the buyer',
  'buyer: Query.facilityTypes': 'a buyer sees facilities by name',
  'platform: Query.facilityTypes': 'reference data; no page of the platform is about facilities',
  'buyer: Query.banks': 'a buyer pays, and names no account',
  'buyer: Query.bankBranches': 'a buyer pays, and names no account',
  'prefecture: Query.people': 'the platform looks after the officers',
  'desk: Query.dueDateAdvice': 'the split editor shows what each facility can do by the date',
  'desk: Query.priceGuide': 'the quote shows what the calls were answered, and the fees',
  'desk: Query.suggestWorkTypes': 'a desk chooses from the list it knows',
  'facility: Query.suggestWorkTypes': 'a facility chooses from the list',
  'prefecture: Query.suggestWorkTypes': 'reference data; no page of a prefecture chooses work',
  'platform: Query.suggestWorkTypes': 'reference data; no page of the platform chooses work',
  'prefecture: Query.workTypes': 'reference data; no page of a prefecture chooses work',
  'platform: Query.workTypes': 'reference data; no page of the platform chooses work',
};

/** Steps that are offered under another name, or on a page without script. */
const OFFERED_OTHERWISE: Readonly<Record<string, string>> = {
  'desk: Quote.revise': 'the order offers it as `reviseQuote`',
  'desk: Call.answerQuestion': 'the question offers it as `answer`',
  'facility: CallResponse.revise': 'the call offers it as `answer`',
  'facility: CallResponse.refuse': 'the call offers it as `decline`',
  'desk: Assignment.returnWork': 'the rejection offers it as `askRework`',
  'buyer: Assignment.complete': 'accepting the order completes its shares',
  'facility: ShareChange.refuse': 'who may agree may refuse: the two stand side by side',
  'desk: Inquiry.becomeOrder': 'a choice of the form that ends an inquiry',
  'desk: Inquiry.refer': 'a choice of the form that ends an inquiry',
  'desk: Cancellation.grant': 'who may refuse may grant: the two stand side by side',
  'buyer: Referral.reportNegotiation': 'a choice of the form of the outcome',
  'buyer: Referral.reportConcluded': 'a choice of the form of the outcome',
  'buyer: Referral.reportNotConcluded': 'a choice of the form of the outcome',
};

/** Pages that only a mail or another service leads to. */
const OPENED_FROM_OUTSIDE = ['/sign-in/oidc', '/invitation', '/reset-password'];

const areaOf = (role: Role): Area => role.slice(0, role.indexOf('_')).toLowerCase() as Area;

describe('What somebody may do has its place on a page', () => {
  const reach = new Map<Area, Reach>(AREAS.map((area) => [area, reachOf(area)]));
  const textOf = (area: Area) => [...(reach.get(area)?.sources.values() ?? [])].join('\n');

  it('follows the pages of everybody', () => {
    for (const area of AREAS) expect([area, reach.get(area)!.operations.size]).not.toEqual([area, 0]);
    expect(reach.get('desk')!.operations.size).toBeGreaterThan(100);
  });

  /** Each operation for each kind of organisation that may use it: a missing one says who cannot come to it. */
  const cases = Object.entries(POLICY)
    .filter(([key]) => /^(Query|Mutation)\./.test(key))
    .flatMap(([key, grantees]) => {
      const roles = typeof grantees === 'string' ? ROLES : grantees;
      return [...new Set(roles.map(areaOf))].map((area) => ({ key, area }));
    });

  it('every operation, for everybody who may use it', () => {
    const missing = cases.filter(({ key, area }) => !reach.get(area)!.operations.has(key));
    const unexplained = missing
      .map(({ key, area }) => `${area}: ${key}`)
      .filter((name) => !(name in NOT_ON_PAGES) && !(name.replace(/^\w+: /, '') in NOT_ON_PAGES));
    // Write the document in apps/api/graphql/documents, use it on a page of that area, or say above why it needs none.
    expect(unexplained).toEqual([]);
  });

  it('nothing is excused that has a place', () => {
    const missing = new Set(
      cases
        .filter(({ key, area }) => !reach.get(area)!.operations.has(key))
        .flatMap(({ key, area }) => [key, `${area}: ${key}`]),
    );
    expect(Object.keys(NOT_ON_PAGES).filter((key) => !missing.has(key))).toEqual([]);
  });

  it('every step people take, wherever it is offered to them', () => {
    const missing = TABLES.flatMap(({ subject, transitions }) =>
      transitions.flatMap(({ action, by }) =>
        [...new Set(by.filter((mover) => mover !== 'SYSTEM').map(areaOf))]
          .filter((area) => !textOf(area).includes(`'${action}'`))
          .map((area) => `${area}: ${subject}.${action}`),
      ),
    );
    const unexplained = [...new Set(missing)].filter((name) => !(name in OFFERED_OTHERWISE));
    // A button of that area must ask `availableActions` for it.
    expect(unexplained).toEqual([]);
    expect(Object.keys(OFFERED_OTHERWISE).filter((name) => !missing.includes(name))).toEqual([]);
  });

  it('every action of `availableActions` that is no step of a table', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && type.name.endsWith('Action'));
    const used = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && 'availableActions' in type.getFields() ? [type.name] : [],
    );
    expect(used.length).toBeGreaterThan(10);
    const steps = new Set(TABLES.flatMap(({ transitions }) => transitions.map(({ action }) => action)));
    const all = AREAS.map(textOf).join('\n');
    const missing = enums.flatMap((type) =>
      isEnumType(type)
        ? type
            .getValues()
            .map(({ name }) => name)
            .filter((name) => !steps.has(name) && !all.includes(`'${name}'`))
            .map((name) => `${type.name}.${name}`)
        : [],
    );
    expect(missing.filter((name) => !(name in OFFERED_OTHERWISE))).toEqual([]);
  });

  it('every page, from another one', () => {
    const paths = JSON.parse(readFileSync('apps/web/app/paths.json', 'utf8')) as string[];
    const texts = AREAS.map(textOf)
      .join('\n')
      .replaceAll(/^\s*path: '.*$/gm, '')
      .replaceAll(/\$\{[^}]*\}/g, '$');
    const isNamed = (page: string) => {
      const pattern = page.replaceAll(/[.+?^()|[\]\\]/g, String.raw`\$&`).replaceAll(/\$\w+/g, String.raw`\$\w*`);
      return new RegExp(`['"\`]${pattern}(?=['"\`?#])`).test(texts);
    };
    // Link it: from the navigation (app/navigation.ts), or from the page on which one notices the need.
    expect(paths.filter((page) => !isNamed(page))).toEqual(OPENED_FROM_OUTSIDE);
  });
});
