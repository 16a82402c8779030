import { feature } from '#yui/platform';
import { DeliveryPlace } from './delivery-place.entity.js';
import { PlaceQueries } from './place.queries.js';
import { SetDeliveryPlaces } from './set-delivery-places.js';

export const places = feature({
  entities: [DeliveryPlace],
  commands: [SetDeliveryPlaces],
  queries: [PlaceQueries],
  auditSentences: {
    'workOrderLine.setPlaces': { ja: '明細の納入先を変更しました。', en: 'Changed the delivery places of a line.' },
  },
});
