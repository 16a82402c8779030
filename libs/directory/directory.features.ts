import { banks } from './banks/banks.feature.js';
import { buyers } from './buyers/buyers.feature.js';
import { capacity } from './capacity/capacity.feature.js';
import { desks } from './desks/desks.feature.js';
import { eligibility } from './eligibility/eligibility.feature.js';
import { facilities } from './facilities/facilities.feature.js';
import { registryImport } from './import/import.feature.js';
import { memberships } from './memberships/memberships.feature.js';
import { prefectures } from './prefectures/prefectures.feature.js';
import { profiles } from './profiles/profiles.feature.js';
import { reference } from './reference/reference.feature.js';
import { registration } from './registration/registration.feature.js';
import { sample } from './sample/sample.feature.js';
import { terms } from './terms/terms.feature.js';

/** What the folders of this lib bring. A new folder is added here. */
export const DIRECTORY_FEATURES = [
  banks,
  buyers,
  capacity,
  desks,
  eligibility,
  facilities,
  registryImport,
  memberships,
  prefectures,
  profiles,
  reference,
  registration,
  sample,
  terms,
];
