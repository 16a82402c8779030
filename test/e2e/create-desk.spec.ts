import { type Client, startApi, type TestApi } from '../harness/api.js';
import { mutationText, withKey } from '../harness/mutation.js';

describe('A desk that the platform opens', () => {
  let api: TestApi;
  let platform: Client;
  beforeAll(async () => {
    api = await startApi();
    platform = await api.as('PLATFORM');
  });
  afterAll(() => api.close());

  const create = (input: object) => [mutationText('createDesk', '{ id code name }'), { input }] as const;

  it('is there at once, under a code of its own, and its administrator is invited', async () => {
    const input = withKey('createDesk', { code: 'NAGANO', name: '長野共同受注窓口' });
    const { createDesk } = await platform.ask<{ createDesk: { desks: { id: string; code: string }[] } }>(
      ...create(input),
    );
    const desk = createDesk.desks.find(({ code }) => code === 'NAGANO')!;
    // The same request again opens no second one.
    const again = await platform.ask<{ createDesk: { desks: object[] } }>(...create(input));
    expect(again.createDesk.desks).toHaveLength(createDesk.desks.length);
    const taken = { code: 'NAGANO', name: '別の窓口' };
    expect(await platform.refusal(...create(withKey('createDesk', taken)))).toBe('DESK.CODE_TAKEN');
    const small = { code: 'nagano', name: '別の窓口' };
    expect(await platform.refusal(...create(withKey('createDesk', small)))).toBe('DESK.CODE_INVALID');
    const invitation = { organisationId: desk.id, role: 'DESK_ADMIN', email: 'nagano@example.jp' };
    const invited = await platform.ask<{ invitePerson: { invitations: object[] } }>(
      mutationText('invitePerson', '{ email organisationId }'),
      { input: withKey('invitePerson', invitation) },
    );
    expect(invited.invitePerson.invitations).toEqual([{ email: 'nagano@example.jp', organisationId: desk.id }]);
  });

  it('is nothing an administrator of a desk can open', async () => {
    const deskAdmin = await api.as('DESK_ADMIN');
    const input = withKey('createDesk', { code: 'OITA', name: '大分共同受注窓口' });
    expect(await deskAdmin.refusal(...create(input))).toBe('ACCESS.NOT_FOUND');
  });
});
