import { Fault } from '../../apps/web/data/fault.js';
import { faultInForm, proposedLines, proposedLineValues } from '../../apps/web/desk/order/amendment/proposed-lines.js';

type Order = Parameters<typeof proposedLines>[0];

describe('What a desk proposes', () => {
  const line = (id: string, quantity: number) => ({ id, quantity, dueOn: '2026-12-21', specification: '' });
  // Of an order the form reads these alone.
  const order = { quotes: [], lines: [line('a', 0), line('b', 10), line('c', 20)] } as unknown as Order;
  const typed = proposedLineValues(order);

  it('is what differs, of lines that were not dropped', () => {
    expect(proposedLines(order, typed)).toEqual([]);
    const changed = typed.map((values) => ({ ...values, quantity: '5' }));
    expect(proposedLines(order, changed)).toEqual([
      { workOrderLineId: 'b', quantity: 5 },
      { workOrderLineId: 'c', quantity: 5 },
    ]);
  });

  it('is found fault with at the fields in which it was typed', () => {
    const sent = { lines: [{ workOrderLineId: 'c' }], cuts: [{ assignmentId: 'share' }] };
    const pathOf = (path: string) => {
      const error = faultInForm(new Fault('INPUT', '', '', [{ path, messageJa: '', messageEn: '' }]), order, sent);
      return (error as Fault).fields[0]?.path;
    };
    expect(pathOf('lines.0.quantity')).toBe('lines.2.quantity');
    expect(pathOf('lines.0.unitPriceSen')).toBe('lines.2.price');
    expect(pathOf('cuts.0.units')).toBe('cut.share');
    expect(pathOf('reason')).toBe('proposeReason');
    expect(pathOf('lines')).toBe('lines');
  });
});
