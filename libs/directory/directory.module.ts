import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BuyerQueries } from './buyers/buyer.queries.js';
import { SetCapability } from './capabilities/set-capability.js';
import { SetCalendarException } from './capacity/set-calendar-exception.js';
import { SetWorkWeek } from './capacity/set-work-week.js';
import { DeskQueries } from './desks/desk.queries.js';
import { SetDeskSettings } from './desks/set-desk-settings.js';
import { DIRECTORY_ENTITIES } from './directory.entities.js';
import { EligibilityQueries } from './eligibility/eligibility.queries.js';
import { EndEligibility } from './eligibility/end-eligibility.js';
import { RecordEligibility } from './eligibility/record-eligibility.js';
import { RecordHeadCount } from './eligibility/record-head-count.js';
import { FacilityQueries } from './facilities/facility.queries.js';
import { SetMunicipality } from './facilities/set-municipality.js';
import { ImportRegistry } from './import/import-registry.js';
import { WorkTypeQueries } from './work-types/work-type.queries.js';

const useCases = [
  ImportRegistry,
  SetCalendarException,
  SetCapability,
  SetDeskSettings,
  SetMunicipality,
  SetWorkWeek,
  EndEligibility,
  RecordEligibility,
  RecordHeadCount,
];
const queries = [BuyerQueries, DeskQueries, FacilityQueries, WorkTypeQueries, EligibilityQueries];

/** Desks, buyers, facilities, what facilities can do and how much of it they can still promise. */
@Module({
  imports: [TypeOrmModule.forFeature(DIRECTORY_ENTITIES)],
  providers: [...useCases, ...queries],
  exports: [...useCases, ...queries],
})
export class DirectoryModule {}
