import { isBreached } from './breached-passwords.js';

describe('isBreached', () => {
  it.each([
    'mailcreated5240',
    'Mailcreated5240',
    'bpgjldsgjldthnf',
    '1QAZ2WSX3EDC4RFV',
    'ｍａｉｌｃｒｅａｔｅｄ５２４０',
  ])('knows %s', (password) => expect(isBreached(password)).toBe(true));

  it.each(['', 'mailcreated5241', 'purple elephants hum at dawn', 'うさぎが月で餅をついているのを見た'])(
    'does not know %p',
    (password) => expect(isBreached(password)).toBe(false),
  );
});
