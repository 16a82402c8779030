import { DateTime, IdempotencyKey, LocalDate, Id, Yen } from './scalars.js';

describe('Yen', () => {
  it.each([0, -1, Number.MAX_SAFE_INTEGER])('takes %p', (amount) => {
    expect(Yen.parseValue(amount)).toBe(amount);
    expect(Yen.serialize(amount)).toBe(amount);
  });
  it.each([1.5, NaN, Infinity, 2 ** 53, '100', null, true])('refuses %p', (amount) => {
    expect(() => Yen.parseValue(amount)).toThrow('Yen');
    expect(() => Yen.serialize(amount)).toThrow('Yen');
  });
});

describe('LocalDate', () => {
  it('takes a day that exists', () => expect(LocalDate.parseValue('2028-02-29')).toBe('2028-02-29'));
  it.each(['2027-02-29', '2026-4-1', '2026-04-01T00:00:00Z', '', '1600-01-01', 20260401])('refuses %p', (day) => {
    expect(() => LocalDate.parseValue(day)).toThrow('LocalDate');
  });
});

describe('DateTime', () => {
  it('reads any offset and writes UTC', () => {
    const instant = DateTime.parseValue('2026-04-01T09:00:00+09:00');
    expect(DateTime.serialize(instant)).toBe('2026-04-01T00:00:00.000Z');
  });
  it.each(['2026-04-01', '2026-04-01T09:00:00', '2026-13-01T09:00:00Z', 'now', 0])('refuses %p', (value) => {
    expect(() => DateTime.parseValue(value)).toThrow('DateTime');
  });
});

describe('Id', () => {
  it('is one text for one id', () => {
    expect(Id.parseValue('0198F5E0-0000-7000-8000-00000000000A')).toBe('0198f5e0-0000-7000-8000-00000000000a');
  });
  it.each(['', 'x', '0198f5e0', "' OR 1=1 --"])('says of %p what is said of anything that is not there', (id) => {
    expect(() => Id.parseValue(id)).toThrow('ACCESS.NOT_FOUND');
  });
});

describe('IdempotencyKey', () => {
  it('takes 8 to 200 characters', () => {
    expect(IdempotencyKey.parseValue('12345678')).toBe('12345678');
    expect(() => IdempotencyKey.parseValue('1234567')).toThrow('IdempotencyKey');
    expect(() => IdempotencyKey.parseValue('x'.repeat(201))).toThrow('IdempotencyKey');
  });
});
