import { difference, type Transaction } from '#yui/platform';
import { governmentErrors } from '../governments/government.errors.js';
import { Publication } from './publication.entity.js';
import { type PublicationAction, publicationTransitions, stateOfPublication } from './publication.transitions.js';

/**
 * Transitions a locked publication, whose state is that of its dates, and persists it.
 * @throws GOVERNMENT.PUBLISHED_ALREADY
 */
export async function transitionPublication(
  tx: Transaction,
  publication: Publication,
  action: PublicationAction,
  change: Partial<Publication>,
): Promise<void> {
  const from = stateOfPublication(publication);
  if (!publicationTransitions.can(from, action)) throw governmentErrors.PUBLISHED_ALREADY();
  await tx.manager.update(Publication, { id: publication.id }, change);
  await tx.audit(
    publicationTransitions.auditAction(action),
    { deskId: publication.deskId, subjectType: 'Publication', subjectId: publication.id },
    { from, to: publicationTransitions.next(from, action), ...difference({ ...publication }, change) },
  );
}
