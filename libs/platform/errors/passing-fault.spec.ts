import fc from 'fast-check';
import { QueryFailedError } from 'typeorm';
import { assertProperty } from '../../../test/harness/property.js';
import { DomainError } from './domain-error.js';
import { passingErrorFor, passingFaultOf } from './passing-fault.js';
import { accessErrors, platformErrors } from './platform.errors.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const rest = fc.string({ unit: character, minLength: 3, maxLength: 3 });

describe('passingFaultOf', () => {
  it.each([
    ['BUSY', coded('55P03')],
    ['BUSY', coded('40P01')],
    ['BUSY', coded('57014')],
    ['BUSY', new Error('timeout exceeded when trying to connect')],
    ['BUSY', platformErrors.BUSY()],
    ['UNAVAILABLE', coded('57P01')],
    ['UNAVAILABLE', coded('57P03')],
    ['UNAVAILABLE', coded('53300')],
    ['UNAVAILABLE', coded('25P03')],
    ['UNAVAILABLE', coded('ECONNREFUSED')],
    ['UNAVAILABLE', new Error('Connection terminated unexpectedly')],
    ['UNAVAILABLE', new Error('Query read timeout')],
    ['UNAVAILABLE', new AggregateError([coded('EHOSTUNREACH'), coded('ECONNREFUSED')])],
    ['UNAVAILABLE', new Error('what for', { cause: coded('ECONNRESET') })],
    ['UNAVAILABLE', new QueryFailedError('SELECT', [], coded('57P01'))],
    ['NO_SPACE', coded('53100')],
    ['NO_SPACE', coded('ENOSPC')],
  ])('is %s for %p', (fault, error) => {
    expect(passingFaultOf(error)).toBe(fault);
  });

  it.each([
    coded('23505'),
    coded('22P02'),
    coded('42501'),
    coded('XX000'),
    new Error('no luck'),
    new TypeError('undefined is not a function'),
    accessErrors.NOT_FOUND(),
    'a text',
    null,
  ])('is none for %p: it fails by itself', (error) => {
    expect(passingFaultOf(error)).toBeNull();
  });

  it('takes whole classes of PostgreSQL for passing: connections, resources, the machine below', () => {
    assertProperty(
      fc.property(fc.constantFrom('08', '53', '58'), rest, (kind, tail) => {
        expect(passingFaultOf(coded(kind + tail))).not.toBeNull();
      }),
    );
  });

  it('takes what is wrong with data, statements and rights for a fault of the task', () => {
    assertProperty(
      fc.property(fc.constantFrom('21', '22', '23', '42', '44', 'P0'), rest, (kind, tail) => {
        expect(passingFaultOf(coded(kind + tail))).toBeNull();
      }),
    );
  });

  it('finds it under any number of wrappings, and never looks for ever', () => {
    assertProperty(
      fc.property(fc.integer({ min: 0, max: 4 }), (depth) => {
        let error: Error = coded('57P01');
        for (let level = 0; level < depth; level += 1) error = new Error('around', { cause: error });
        expect(passingFaultOf(error)).toBe('UNAVAILABLE');
      }),
    );
    const circle = new Error('round');
    circle.cause = circle;
    expect(passingFaultOf(circle)).toBeNull();
  });

  it('is told in words, and not told over words there are already', () => {
    expect(passingErrorFor(coded('57P01'))?.code).toBe('PLATFORM.UNAVAILABLE');
    expect(passingErrorFor(new Error('no luck'))).toBeNull();
    expect(passingErrorFor(new DomainError('PLATFORM.BUSY', { ja: '', en: '' }))).toBeNull();
  });
});
