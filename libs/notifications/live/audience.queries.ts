import { Injectable } from '@nestjs/common';
import { type Announcement, SYSTEM, UnitOfWork } from '#yui/platform';

/** What an organisation is shown of an event as it happens: what kind of thing changed, and ids it can look up. */
export interface LiveChange {
  readonly organisationId: string;
  readonly id: string;
  readonly kind: string;
  readonly workOrderId: string | null;
  readonly assignmentId: string | null;
}

/** Events a buyer sees the effect of on its own pages; how the desk places the work is not among them. */
const OF_BUYERS = /^(work-order|quote|amendment|cancellation|delivery|question|contract|invoice|payment|paper)\./;

/**
 * Whom an event concerns: the desk of it, the buyer of the order as far as it can see it, the facility whose share or
 * delivery it is about, and the organisation that is told of it in the product.
 */
@Injectable()
export class AudienceQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of({ id, name, deskId, payload }: Announcement): Promise<LiveChange[]> {
    const workOrderId = textIn(payload.workOrderId);
    const assignmentId = textIn(payload.assignmentId);
    const [parties] = await this.unitOfWork.read(SYSTEM, async (db) =>
      db.query<[{ of_buyer: string | null; of_facility: string | null; of_told: string | null }]>(
        'SELECT of_buyer, of_facility, of_told FROM yui_audience($1, $2, $3)',
        [workOrderId, assignmentId, textIn(payload.notificationId)],
      ),
    );
    const changes: LiveChange[] = [];
    const tell = (organisationId: string | null, ids: Pick<LiveChange, 'workOrderId' | 'assignmentId'>) => {
      if (organisationId !== null && !changes.some((change) => change.organisationId === organisationId)) {
        changes.push({ organisationId, id, kind: name, ...ids });
      }
    };
    tell(deskId, { workOrderId, assignmentId });
    if (OF_BUYERS.test(name)) tell(parties.of_buyer, { workOrderId, assignmentId: null });
    tell(parties.of_facility, { workOrderId: null, assignmentId });
    tell(parties.of_told, { workOrderId: null, assignmentId: null });
    return changes;
  }
}

function textIn(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
