import type { Publication } from '../seen.js';
import type { Makers } from './request.js';

export const PUBLICATION_ACTIONS: Makers<Publication> = {
  redraft: ({ workOrderId, kind }) => ({ mutation: 'draftPublication', input: { workOrderId, kind } }),
  edit: ({ id, body }, { dice }) => ({
    mutation: 'editPublication',
    input: { publicationId: id, body: `${body.slice(0, 900)}\n追記 ${dice.between(1, 99_999)}` },
  }),
  publish: async ({ id, body }, { stage }) => ({
    mutation: 'editPublication',
    input: { publicationId: id, body, publishedOn: await stage.daysFromNow(0), place: '掲示板' },
  }),
};
