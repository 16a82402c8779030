import { FirstLook } from './first-look.js';

const look = (text: string) => new FirstLook().faultOf(text)?.code ?? null;

describe('FirstLook', () => {
  it('takes 20,000 characters, and forty fields of one name wherever they stand', () => {
    expect(look(`{ name }${' '.repeat(20_000 - 8)}`)).toBeNull();
    expect(look(`{ name }${' '.repeat(20_001 - 8)}`)).toBe('GRAPHQL.TOO_LONG');
    expect(look(`{ ${'name '.repeat(40)} }`)).toBeNull();
    expect(look(`{ ${'name '.repeat(20)} ...f } fragment f on Query { ${'name: id '.repeat(21)} }`)).toBe(
      'GRAPHQL.TOO_REPETITIVE',
    );
  });

  it('leaves what cannot be read to the parser that answers', () => {
    expect(look('{ name')).toBeNull();
    expect(look(`{ ${'name '.repeat(2000)} }`)).toBeNull();
  });

  it('says the same of the same text again', () => {
    const firstLook = new FirstLook();
    const bad = `{ ${'name '.repeat(41)} }`;
    for (const text of ['{ name }', bad, '{ name }', bad]) {
      expect(firstLook.faultOf(text)?.code).toBe(text === bad ? 'GRAPHQL.TOO_REPETITIVE' : undefined);
    }
  });
});
