import { exactlyOnce } from './exactly-once.js';

describe('the queue on PostgreSQL', () => {
  exactlyOnce(
    () => null,
    async (outbox) => {
      await outbox.db.query('TRUNCATE bullmq.job CASCADE');
    },
  );
});
