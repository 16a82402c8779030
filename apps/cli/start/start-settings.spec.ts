import { readStartSettings, requirePrivateSample } from './start-settings.js';

const refusal = (env: Record<string, string>, API_HOST: string): string | null => {
  try {
    requirePrivateSample(readStartSettings(env), { API_HOST });
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('sample data, whose passwords everybody knows', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', 'yui.localhost', '::1'])('are served at %s', (host) => {
    expect(refusal({}, host)).toBeNull();
  });

  it.each([
    '0.0.0.0',
    '::',
    '192.168.0.10',
    '10.0.0.1',
    '2001:db8::1',
    'yui.example.jp',
    '127.example.jp',
    '1.127.0.0',
  ])('are not served at %s, unless somebody says so', (host) => {
    expect(refusal({}, host)).toBe('START.SAMPLE_IN_PUBLIC');
    expect(refusal({ SAMPLE_DATA: 'true' }, host)).toBeNull();
    expect(refusal({ SAMPLE_DATA: 'false' }, host)).toBeNull();
    expect(refusal({ DATABASE_URL: 'postgres://a@b/c' }, host)).toBeNull();
  });
});
