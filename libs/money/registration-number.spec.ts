import fc from 'fast-check';
import { assertProperty } from '../../test/harness/property.js';
import { parseRegistrationNumber } from './registration-number.js';

describe('parseRegistrationNumber', () => {
  // The National Tax Agency, the association of tax accountants, and the example by which the formula is explained.
  it.each(['T7000012050002', 'T7010705000725', 'T7123456789012'])('takes %s', (number) => {
    expect(parseRegistrationNumber(number)).toBe(number);
  });

  it.each([
    'Ｔ７０００－０１２０５０００２',
    't7000012050002',
    ' T7 0000 1205 0002 ',
    'T7-0000-1205-0002',
    'T7−0000ー12050002',
  ])('reads %s as people write it', (text) => {
    expect(parseRegistrationNumber(text)).toBe('T7000012050002');
  });

  it.each(['', 'T', '7000012050002', 'T700001205000', 'T70000120500021', 'X7000012050002', 'T700001205000O'])(
    'finds %j malformed',
    (text) => {
      expect(() => parseRegistrationNumber(text)).toThrow('REGISTRATION_NUMBER.MALFORMED');
    },
  );

  it('looks only at the form of a number that is no corporate number', () => {
    expect(parseRegistrationNumber('t1-2345-6789-0123', 'OTHER')).toBe('T1234567890123');
    expect(() => parseRegistrationNumber('T123', 'OTHER')).toThrow('REGISTRATION_NUMBER.MALFORMED');
    expect(() => parseRegistrationNumber('T1234567890123')).toThrow('REGISTRATION_NUMBER.CHECK_DIGIT');
  });

  it('finds every slip in one digit, but for 0 and 9, which weigh the same', () => {
    const number = 'T7010705000725';
    assertProperty(
      fc.property(fc.integer({ min: 1, max: 13 }), fc.nat(9), (position, digit) => {
        const before = Number(number[position]);
        fc.pre(digit !== before && digit % 9 !== before % 9);
        const slip = number.slice(0, position) + digit + number.slice(position + 1);
        expect(() => parseRegistrationNumber(slip)).toThrow('REGISTRATION_NUMBER.CHECK_DIGIT');
      }),
    );
  });

  it('knows exactly one first digit for any twelve others', () => {
    const twelve = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((digits) => digits.join(''));
    assertProperty(
      fc.property(twelve, (digits) => {
        const fits = [...'0123456789'].filter((first) => {
          try {
            return parseRegistrationNumber(`T${first}${digits}`);
          } catch {
            return false;
          }
        });
        expect(fits).toHaveLength(1);
        expect(fits).not.toContain('0');
      }),
    );
  });
});
