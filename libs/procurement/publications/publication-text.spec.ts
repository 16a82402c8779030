import { draftPublication, type PublicationFacts } from './publication-text.js';

const FACTS: PublicationFacts = {
  government: '見本市',
  department: '福祉課',
  orderNumber: 'KOCHI-2026-0001',
  title: '健診案内の封入',
  lines: [{ workType: '封入・封緘', specification: '3点封入', quantity: 50_000, unit: '通', dueOn: '2026-12-18' }],
  partners: ['共同受注窓口'],
  orderedOn: '2026-11-24',
  amountYen: 220_000,
  reason: '準ずる者として認定しているため',
};

describe('Drafts of the three publications', () => {
  it('say before the contract what, how the partner is chosen and by which criteria', () => {
    const text = draftPublication('BEFORE_CONTRACT', FACTS);
    for (const part of ['契約締結前', '見本市　福祉課', '50,000通', '決定方法', '選定の基準'])
      expect(text).toContain(part);
    expect(text).not.toContain('220,000');
  });

  it('say after it partner, amount and reason', () => {
    const text = draftPublication('AFTER_CONTRACT', FACTS);
    for (const part of ['共同受注窓口', '220,000円（税込）', '準ずる者', '令和8年11月24日'])
      expect(text).toContain(part);
  });

  it('say beforehand what is expected, and leave a dash for what is not known', () => {
    expect(draftPublication('EXPECTED', FACTS)).toContain('令和8年12月18日');
    const unknown = { ...FACTS, partners: [], orderedOn: null, amountYen: null, reason: null };
    expect(draftPublication('AFTER_CONTRACT', unknown).match(/―/g)).toHaveLength(4);
  });
});
