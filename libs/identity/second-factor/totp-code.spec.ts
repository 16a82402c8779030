import { newTotpSecret, otpauthUri, stepOfCode } from './totp-code.js';

/** The secret of the test vectors of RFC 6238 (ASCII "12345678901234567890"), in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('fit the vectors of RFC 6238 at %i s', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step);
  });

  it('are taken one step early and one late, and name their own step', () => {
    expect(stepOfCode(SECRET, '287082', at(29))).toBe(1);
    expect(stepOfCode(SECRET, '287082', at(89))).toBe(1);
    expect(stepOfCode(SECRET, '287082', at(119))).toBeNull();
  });

  it('may be typed in full width or with a blank, and are six digits', () => {
    expect(stepOfCode(SECRET, '２８７ ０８２', at(59))).toBe(1);
    for (const typed of ['', '28708', '2870822', 'ABCDEF']) expect(stepOfCode(SECRET, typed, at(59))).toBeNull();
  });

  it('come with an address for the QR code', () => {
    const secret = newTotpSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(otpauthUri(secret, 'a b@example.jp')).toContain(`secret=${secret}`);
    expect(otpauthUri(secret, 'a@example.jp')).toMatch(/^otpauth:\/\/totp\/Yui:a%40example\.jp\?issuer=Yui&/);
  });
});
