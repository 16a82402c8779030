import type { MembershipFacts } from './facts.js';
import { membershipMessages } from './membership-messages.js';

const row = <T>(values: NoInfer<Partial<T>>): T => values as T;

const facts = (leftOn: MembershipFacts['membership']['leftOn']): MembershipFacts => ({
  membership: row({ joinedOn: '2026-04-01', leftOn }),
  desk: row({ id: 'desk-id', name: '高知県共同受注窓口' }),
  facility: row({ id: 'facility-id', name: 'ひまわり作業所' }),
});

describe('the messages about a registration', () => {
  it('tell the facility that it is registered', () => {
    expect(membershipMessages['membership.registered'].messages(facts(null))).toEqual([
      {
        organisationId: 'facility-id',
        path: '/facility/desks',
        subject: '【結】共同受注窓口に会員登録されました：高知県共同受注窓口',
        body: [
          'ひまわり作業所 へのお知らせです。',
          '窓口：高知県共同受注窓口\n登録日：令和8年4月1日（水）',
          'これから、この窓口の仕事の募集や依頼が届くようになります。心当たりがないときは、事業所の管理者が登録を終了できます。',
          'You are registered with 高知県共同受注窓口 and will be asked about its work.',
        ].join('\n\n'),
      },
    ]);
  });

  it('tell the facility that it has ended, and what stays', () => {
    const [message] = membershipMessages['membership.ended'].messages(facts('2026-12-01'));
    expect(message).toMatchObject({ subject: '【結】会員登録が終了しました：高知県共同受注窓口' });
    expect(message?.body).toContain('終了日：令和8年12月1日（火）');
    expect(message?.body).toContain('すでにお引き受けいただいた仕事は、最後までお願いします。');
  });

  it('tell the desk when it was the facility that left', () => {
    const { messages } = membershipMessages['membership.ended'];
    const left = (leftBy: 'DESK' | 'FACILITY') => {
      const { membership, ...others } = facts('2026-12-01');
      return messages({ ...others, membership: { ...membership, leftBy } }).map(({ organisationId }) => organisationId);
    };
    expect(left('DESK')).toEqual(['facility-id']);
    expect(left('FACILITY')).toEqual(['facility-id', 'desk-id']);
  });

  it('are not sent when the registration has ended, or begun again, in the meantime', () => {
    const { 'membership.registered': registered, 'membership.ended': ended } = membershipMessages;
    expect([registered.isStillTrue(facts('2026-12-01')), ended.isStillTrue(facts('2026-12-01'))]).toEqual([
      false,
      true,
    ]);
    expect([registered.isStillTrue(facts(null)), ended.isStillTrue(facts(null))]).toEqual([true, false]);
  });
});
