import { type BasisFacts, proposeBasis } from './propose-basis.js';

const LIMIT = { workKind: 'OTHER', limitYen: 1_000_000, source: '契約規則', isAssumed: false } as const;
const FACTS: BasisFacts = {
  amountYen: 1_000_000,
  limits: [LIMIT],
  isWithDesk: false,
  deskRecognition: null,
  facilitiesNotCounting: [],
};

describe('By which item a government can negotiate', () => {
  it('is item 1 up to the limit, to the yen', () => {
    expect(proposeBasis(FACTS).proposed).toBe('ITEM_1');
    expect(proposeBasis({ ...FACTS, amountYen: 1_000_001 }).proposed).toBe('ITEM_3');
  });

  it('takes the lowest limit when there are several kinds of work', () => {
    const limits = [{ ...LIMIT, limitYen: 2_000_000 }, LIMIT];
    expect(proposeBasis({ ...FACTS, limits, amountYen: 1_500_000 }).proposed).toBe('ITEM_3');
  });

  it('needs a recognised desk where the desk is the partner, and warns without', () => {
    const large = { ...FACTS, amountYen: 5_000_000, isWithDesk: true };
    const without = proposeBasis(large);
    expect(without.proposed).toBe('TENDER');
    expect(without.warningsJa.join()).toContain('準ずる者');
    expect(without.options.find((option) => option.basis === 'ITEM_3')?.isPossible).toBe(false);
    const recognised = proposeBasis({ ...large, deskRecognition: '認定第3号' });
    expect(recognised).toMatchObject({ proposed: 'ITEM_3', warningsJa: [] });
    expect(recognised.options[0]?.reasonJa).toContain('認定第3号');
  });

  it('names the facilities that do not count', () => {
    const proposal = proposeBasis({ ...FACTS, amountYen: 5_000_000, facilitiesNotCounting: ['甲作業所'] });
    expect(proposal.proposed).toBe('TENDER');
    expect(proposal.options.find((option) => option.basis === 'ITEM_3')?.reasonJa).toContain('甲作業所');
  });

  it('does not guess a limit for a government of unknown kind, and says when it took that of the law', () => {
    expect(proposeBasis({ ...FACTS, limits: [] }).proposed).toBe('ITEM_3');
    expect(proposeBasis({ ...FACTS, limits: [{ ...LIMIT, isAssumed: true }] }).warningsJa).toHaveLength(1);
  });
});
