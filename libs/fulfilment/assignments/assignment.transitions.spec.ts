import {
  ASSIGNMENT_STATES,
  assignmentTransitions,
  BOUND_STATES,
  CHANGEABLE_STATES,
  COMMITTED_STATES,
  LIVE_STATES,
  OPEN_STATES,
} from './assignment.transitions.js';

const after = (action: string) => assignmentTransitions.transitions.filter((step) => step.action === action);

describe('The states of an assignment', () => {
  it('that count towards the quantity are those before the yes, and those after it to the end of the work', () => {
    // An answer can be taken back for a while; apart from that nothing leads out of them.
    const isOver = (state: string) =>
      !assignmentTransitions.transitions.some(
        ({ from, action }) => action !== 'undoAnswer' && from.some((f) => f === state),
      );
    const ended = ASSIGNMENT_STATES.filter((state) => isOver(state) && state !== 'COMPLETED');
    expect(ended).toEqual(['DECLINED', 'EXPIRED', 'WITHDRAWN', 'CANCELLED']);
    expect([...OPEN_STATES, ...BOUND_STATES, ...ended].toSorted()).toEqual(ASSIGNMENT_STATES.toSorted());
    expect(ASSIGNMENT_STATES.filter((state) => !ended.includes(state)).toSorted()).toEqual(LIVE_STATES.toSorted());
    expect(LIVE_STATES.filter((state) => !COMMITTED_STATES.includes(state))).toEqual(['PLANNED', 'OFFERED']);
  });

  it('in which a share can change are those from which units are handed over', () => {
    expect(after('deliverPart').flatMap(({ from }) => from)).toEqual(CHANGEABLE_STATES);
  });
});
