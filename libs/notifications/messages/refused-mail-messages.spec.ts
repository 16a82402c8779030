import type { Notification } from '../inbox/notification.entity.js';
import { MAIL_REFUSED, refusedMailMessages } from './refused-mail-messages.js';

const { isStillTrue, messages } = refusedMailMessages[MAIL_REFUSED];

const facts = (values: Partial<Notification>, addressee = { organisation: 'ひまわり作業所', person: '山田 花子' }) => ({
  refused: {
    status: 'FAILED',
    deskId: 'desk-id',
    workOrderId: 'order-id',
    subject: '【結】お仕事の依頼',
    ...values,
  } as Notification,
  addressee,
});

describe('a mail that was refused', () => {
  it('is told to the desk for whose order it was: who did not get what, and what to do', () => {
    expect(messages(facts({}))).toEqual([
      {
        organisationId: 'desk-id',
        path: '/desk/orders/order-id',
        subject: '【結】メールが届きませんでした：ひまわり作業所',
        body: [
          '次のメールは、相手のメールサーバーが受け取りませんでした。電話などでお伝えください。',
          '相手：ひまわり作業所 山田 花子\nメール：【結】お仕事の依頼',
          'メールアドレスが正しいか、相手の方に確かめてください。',
          'A mail to ひまわり作業所 was refused for good. Please call them, and check the address.',
        ].join('\n\n'),
      },
    ]);
  });

  it('of no order leads to the first page of the desk', () => {
    expect(messages(facts({ workOrderId: null }))).toMatchObject([{ path: '/desk' }]);
  });

  it('is told no more once it was sent again, and to nobody where no desk is concerned', () => {
    expect(isStillTrue(facts({}))).toBe(true);
    for (const status of ['QUEUED', 'SENDING', 'SENT', 'DROPPED'] as const) {
      expect(isStillTrue(facts({ status }))).toBe(false);
    }
    expect(isStillTrue(facts({ deskId: null }))).toBe(false);
  });

  it('puts nothing of the name of the other side onto a line of its own', () => {
    const [message] = messages(facts({}, { organisation: 'ひまわり\n\nhttps://evil.example', person: '' }));
    expect(message?.subject).not.toContain('\n');
  });
});
