import { errorForLog } from './error-for-log.js';

const CANARY = 'Hanako-Mihon';

describe('errorForLog', () => {
  it.each([
    Object.assign(new Error(`invalid input syntax for type uuid: ${CANARY}`), {
      code: '22P02',
      driverError: { table: 'account', constraint: 'account_email', detail: CANARY },
      query: CANARY,
    }),
    Object.assign(new Error(`550 5.1.1 <${CANARY}@example.jp> unknown`), { code: 'EENVELOPE', responseCode: 550 }),
    new SyntaxError(`Unexpected token 'H', "${CANARY}" is not valid JSON`),
    new Error(`no such person: ${CANARY}@example.jp`),
    CANARY,
  ])('keeps what it is and where it arose of %p, never what was written', (error) => {
    const logged = errorForLog(error);
    expect(JSON.stringify(logged)).not.toContain(CANARY);
    if (error instanceof Error) expect(logged.frames[0]).toContain('error-for-log.spec');
  });

  it('keeps codes and names of the schema', () => {
    const driverError = { table: 'account', constraint: 'account_email' };
    expect(errorForLog(Object.assign(new Error('x'), { code: '23505', driverError }))).toMatchObject({
      code: '23505',
      ...driverError,
    });
    expect(errorForLog(Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' }))).toMatchObject({
      code: 'ECONNREFUSED',
      message: 'connect refused',
    });
  });
});
