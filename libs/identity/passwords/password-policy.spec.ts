import { countOwnCharacters, requireGoodPassword } from './password-policy.js';

const codeOf = (password: string, context: readonly string[] = []) => {
  try {
    requireGoodPassword(password, context);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('requireGoodPassword', () => {
  it.each([
    ['fourteen chars', 'ACCOUNT.PASSWORD_TOO_SHORT'],
    ['あ'.repeat(201), 'ACCOUNT.PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaaaaaaaaaa', 'ACCOUNT.PASSWORD_COMMON'],
    ['123456789012345', 'ACCOUNT.PASSWORD_COMMON'],
    ['qwertyuiopasdfghjkl', 'ACCOUNT.PASSWORD_COMMON'],
    ['1q2w3e4r5t6y7u8i', 'ACCOUNT.PASSWORD_COMMON'],
    ['1qaz2wsx3edc4rfv', 'ACCOUNT.PASSWORD_COMMON'],
    ['Password1234567890', 'ACCOUNT.PASSWORD_COMMON'],
    ['passwordpassword', 'ACCOUNT.PASSWORD_COMMON'],
    ['ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ', 'ACCOUNT.PASSWORD_COMMON'],
    ['iloveyouforever2024', 'ACCOUNT.PASSWORD_COMMON'],
    ['correcthorsebatterystaple', 'ACCOUNT.PASSWORD_COMMON'],
    ['sakurasakura19990401', 'ACCOUNT.PASSWORD_COMMON'],
    ['あいうえおかきくけこさしすせそ', 'ACCOUNT.PASSWORD_COMMON'],
    ['Mailcreated5240', 'ACCOUNT.PASSWORD_COMMON'],
    ['yui-fukushi-madoguchi-2026', 'ACCOUNT.PASSWORD_COMMON'],
  ])('refuses %s', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });

  it('refuses what is made of the name and the address of the person', () => {
    const context = ['hanako.mihon@city.example.jp', '見本 花子'];
    expect(codeOf('hanako-mihon-city-example', context)).toBe('ACCOUNT.PASSWORD_COMMON');
    expect(codeOf('花子花子花子見本見本見本花子花子', context)).toBe('ACCOUNT.PASSWORD_COMMON');
  });

  it.each([
    'Usagi ga tsuki de mochi wo',
    'うさぎが月で餅をついているのを見た',
    'kX9#vLq2!mWz7@pRt',
    'purple elephants hum at dawn',
  ])('takes %s', (password) => {
    expect(codeOf(password, ['hanako@example.jp', 'Hanako'])).toBeNull();
  });
});

describe('countOwnCharacters', () => {
  it('counts a word, a walk, a year and a repetition as one each', () => {
    expect(countOwnCharacters('passwordxyzzy', [])).toBe(1 + 'xyzzy'.length - 1);
    expect(countOwnCharacters('qwertyuiop', [])).toBe(1);
    expect(countOwnCharacters('2026', [])).toBe(1);
    expect(countOwnCharacters('abbabbabb', [])).toBeLessThanOrEqual(3);
  });
});
