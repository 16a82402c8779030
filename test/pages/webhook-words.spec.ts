import { en } from '../../apps/web/webhooks/words.en.js';
import { ja } from '../../apps/web/webhooks/words.ja.js';
import { TRIAL, WEBHOOK_EVENTS } from '../../libs/notifications/webhooks/webhook-events.js';

describe('The page of webhooks', () => {
  it.each(Object.entries({ ja, en }))('has words for every event, and for no other (%s)', (_, { eventNames }) => {
    expect(Object.keys(eventNames).sort()).toEqual([...Object.keys(WEBHOOK_EVENTS), TRIAL].sort());
  });
});
