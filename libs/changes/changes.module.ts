import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { FulfilmentModule, holdsBackDelivery, onAccepted, onAssignmentsChanged } from '#yui/fulfilment';
import { amendments } from './amendments/amendments.providers.js';
import { lapseAmendments } from './amendments/lapse-amendments.js';
import { cancellations } from './cancellations/cancellations.providers.js';
import { finishCancellation } from './cancellations/finish-cancellation.js';
import { lapseCancellation } from './cancellations/lapse-cancellation.js';
import { isRejected } from './rejections/is-rejected.js';
import { rejections } from './rejections/rejections.providers.js';
import { shareChanges } from './share-changes/share-changes.providers.js';

onAccepted.fill(lapseAmendments);
onAccepted.fill(lapseCancellation);
onAssignmentsChanged.fill(finishCancellation);
holdsBackDelivery.fill(isRejected);

const entities = [...amendments.entities, ...shareChanges.entities, ...cancellations.entities, ...rejections.entities];

const useCases = [
  ...amendments.commands,
  ...amendments.queries,
  ...shareChanges.commands,
  ...shareChanges.deadlines,
  ...shareChanges.queries,
  ...cancellations.commands,
  ...cancellations.queries,
  ...rejections.commands,
  ...rejections.deadlines,
  ...rejections.queries,
];

/** What buyer and desk agree to or ask for after an order was placed. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), FulfilmentModule],
  providers: useCases,
  exports: useCases,
})
export class ChangesModule {}
