import { BUYER_ROLES, DESK_ROLES, TransitionTable } from '#yui/platform';
import type { Publication } from './publication.entity.js';

type PublicationState = 'DRAFT' | 'PUBLISHED';
export type PublicationAction = 'redraft' | 'edit' | 'publish';

const by = [...BUYER_ROLES, ...DESK_ROLES];

/** The life of a text a government publishes. The government publishes it itself; what was published is final. */
export const publicationTransitions = new TransitionTable<PublicationState, PublicationAction>(
  'Publication',
  'DRAFT',
  ['DRAFT', 'PUBLISHED'],
  [
    { from: ['DRAFT'], action: 'redraft', to: 'DRAFT', by },
    { from: ['DRAFT'], action: 'edit', to: 'DRAFT', by },
    { from: ['DRAFT'], action: 'publish', to: 'PUBLISHED', by },
  ],
);

export function stateOfPublication({ publishedOn }: Pick<Publication, 'publishedOn'>): PublicationState {
  return publishedOn === null ? 'DRAFT' : 'PUBLISHED';
}
