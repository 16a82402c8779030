import { readFile } from 'node:fs/promises';
import { In } from 'typeorm';
import { Account, createAccount } from '#yui/identity';
import { SYSTEM, type Transaction } from '#yui/platform';
import { Buyer } from '../buyers/buyer.entity.js';
import { Department } from '../buyers/department.entity.js';
import { DeskBuyer } from '../buyers/desk-buyer.entity.js';
import { Desk } from '../desks/desk.entity.js';
import { Facility } from '../facilities/facility.entity.js';
import { importRegistry } from '../import/import-registry.js';
import { readRegistryFile } from '../import/registry-file.js';
import { withDirectory } from './open-directory.js';
import { MEMBERSHIP_EVENTS } from '../memberships/membership.events.js';
import { BusinessProfile } from '../profiles/business-profile.entity.js';
import { InvoiceIssuer } from '../terms/invoice-issuer.entity.js';
import { writeReferenceData } from './reference-data.js';
import { loadStarterData } from '../registry/index.js';
import { SAMPLE_EDITION, writeBanks } from '../banks/write-banks.js';
import { SAMPLE_BANK, SAMPLE_PROFILES } from '../sample/sample-profiles.js';
import { SAMPLE_PEOPLE, type SampleOrganisation, type SampleSignIn } from '../sample/sample-people.js';

const REGISTRY_FILE = 'kochi-facilities-2024.csv';
const DESK_CODE = 'KOCHI';
/** The platform is one organisation and has no row of its own. */
const PLATFORM_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Fills a migrated database that has no account yet with the sample: the reference lists, one desk, the facilities one
 * prefecture published, two buyers and people to sign in as. All in one transaction, so a broken-off load leaves nothing.
 * @returns `signIns` is empty when the database belongs to somebody else: it has accounts, but not the sample's
 */
export async function loadSample(databaseUrl: string): Promise<{ isNew: boolean; signIns: SampleSignIn[] }> {
  return withDirectory(databaseUrl, (unitOfWork) =>
    unitOfWork.run(SYSTEM, async (tx) => {
      // Two processes may start on one empty database; the second waits (a slow machine takes a while) and finds it there.
      await tx.manager.query(`SET LOCAL lock_timeout = '60s'`);
      await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('yui sample', 0))`);
      const isNew = !(await tx.manager.existsBy(Account, {}));
      if (isNew) await writeSample(tx);
      const there = await tx.manager.findBy(Account, { email: In(SAMPLE_PEOPLE.map(({ email }) => email)) });
      const emails = new Set(there.filter(({ isDisabled }) => !isDisabled).map(({ email }) => email));
      const signIns = SAMPLE_PEOPLE.filter(({ email }) => emails.has(email)).map(
        ({ label, role, email, password }) => ({
          label,
          role,
          email,
          password,
        }),
      );
      return { isNew, signIns };
    }),
  );
}

async function writeSample(tx: Transaction): Promise<void> {
  await writeReferenceData(tx);
  const deskId = tx.newId();
  await tx.manager.insert(Desk, { id: deskId, code: DESK_CODE, name: '高知県共同受注窓口（見本）' });
  await importFacilities(tx, deskId);
  // The sample begins with these registrations; its people, who come later, need not be told of them.
  await tx.manager.query('DELETE FROM outbox_event WHERE name = $1', [MEMBERSHIP_EVENTS.registered]);
  const companyId = await addBuyer(tx, deskId, { code: 'TOSA', kind: 'COMPANY', name: '株式会社とさ商事（見本）' });
  const cityId = await addBuyer(tx, deskId, { code: 'MIHON', kind: 'GOVERNMENT', name: '見本市役所' });
  for (const name of ['総務課', '福祉課']) {
    await tx.manager.insert(Department, { id: tx.newId(), buyerId: cityId, name });
  }
  const idOf = async (organisation: SampleOrganisation): Promise<string> => {
    switch (organisation) {
      case 'COMPANY':
        return companyId;
      case 'CITY':
        return cityId;
      case 'DESK':
        return deskId;
      case 'PLATFORM':
        return PLATFORM_ID;
      default: {
        const where = { registrySource: DESK_CODE, name: organisation.facilityName };
        return (await tx.manager.findOneByOrFail(Facility, where)).id;
      }
    }
  };
  await writeBanks(tx, SAMPLE_EDITION, [SAMPLE_BANK], false);
  for (const { organisation, registrationNumber, ...profile } of SAMPLE_PROFILES) {
    const organisationId = await idOf(organisation);
    await tx.manager.insert(BusinessProfile, { ...profile, organisationId, changedAt: tx.now });
    if (registrationNumber === null) continue;
    await tx.manager.insert(InvoiceIssuer, {
      deskId,
      issuerId: organisationId,
      facilityId: profile.organisationKind === 'FACILITY' ? organisationId : null,
      registrationNumber,
      holder: 'CORPORATION',
      taxRounding: 'DOWN',
    });
  }
  for (const { name, role, organisation, email, password } of SAMPLE_PEOPLE) {
    const grants = [{ role, organisationId: await idOf(organisation) }];
    await createAccount(tx, { email, name, password, grants });
  }
}

async function importFacilities(tx: Transaction, deskId: string): Promise<void> {
  const content = await readFile(new URL(`../data/${REGISTRY_FILE}`, import.meta.url));
  // The prefecture publishes the list of its B型; the file itself does not say so.
  const file = readRegistryFile(content, await loadStarterData(), { kinds: [{ typeCode: 'B_TYPE' }] });
  const input = { deskId, fileName: REGISTRY_FILE, sourceName: DESK_CODE, isDryRun: false };
  await importRegistry(tx, input, file);
}

async function addBuyer(tx: Transaction, deskId: string, buyer: Omit<Buyer, 'id'>): Promise<string> {
  const id = tx.newId();
  await tx.manager.insert(Buyer, { id, ...buyer });
  await tx.manager.insert(DeskBuyer, { deskId, buyerId: id });
  return id;
}
