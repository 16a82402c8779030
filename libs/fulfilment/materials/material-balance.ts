import type { MaterialMovement, MaterialMovementKind } from './material-movement.entity.js';

/** Where a material is, in its unit. All that was sent is in one of the last four places, or used. */
export interface MaterialBalance {
  readonly sent: number;
  readonly used: number;
  /** Sent, and not received yet. */
  readonly onTheWay: number;
  /** With the facility. */
  readonly onHand: number;
  /** Returned, and not received back yet. */
  readonly onTheWayBack: number;
  /** Back with the desk. */
  readonly returned: number;
}

export function balanceOf(movements: readonly Pick<MaterialMovement, 'kind' | 'quantity'>[]): MaterialBalance {
  const sum = (kind: MaterialMovementKind) =>
    movements.reduce((quantity, row) => quantity + (row.kind === kind ? row.quantity : 0), 0);
  const [sent, received, used] = [sum('SENT'), sum('RECEIVED'), sum('USED')];
  const [given, back] = [sum('RETURNED'), sum('RETURN_RECEIVED')];
  return {
    sent,
    used,
    onTheWay: sent - received,
    onHand: received - used - given,
    onTheWayBack: given - back,
    returned: back,
  };
}

/** How much can go this step at the most; null: as much as one likes. */
export function maxOf(kind: MaterialMovementKind, balance: MaterialBalance): number | null {
  switch (kind) {
    case 'SENT':
      return null;
    case 'RECEIVED':
      return balance.onTheWay;
    case 'USED':
    case 'RETURNED':
      return balance.onHand;
    case 'RETURN_RECEIVED':
      return balance.onTheWayBack;
  }
}
