import { Module } from '@nestjs/common';
import { moduleOf } from '#yui/platform';
import { FulfilmentModule, holdsBackDelivery, onAccepted, onAssignmentsChanged } from '#yui/fulfilment';
import { lapseAmendments } from './amendments/lapse-amendments.js';
import { finishCancellation } from './cancellations/finish-cancellation.js';
import { lapseCancellation } from './cancellations/lapse-cancellation.js';
import { isRejected } from './rejections/is-rejected.js';
import { CHANGES_FEATURES } from './changes.features.js';

onAccepted.fill(lapseAmendments);
onAccepted.fill(lapseCancellation);
onAssignmentsChanged.fill(finishCancellation);
holdsBackDelivery.fill(isRejected);

/** What buyer and desk agree to or ask for after an order was placed. */
@Module(moduleOf(CHANGES_FEATURES, [FulfilmentModule]))
export class ChangesModule {}
