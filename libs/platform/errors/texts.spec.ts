import fc from 'fast-check';
import { assertProperty } from '../../../test/harness/property.js';
import { DomainError } from './domain-error.js';
import { optionalLine, optionalText, requireLine, requireText, unreadableIn } from './texts.js';

function codeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof DomainError ? error.code : error;
  }
}

describe('a text a person typed', () => {
  it.each([
    ['\u200b\u200b', 'INPUT.TEXT_EMPTY'],
    ['　 　', 'INPUT.TEXT_EMPTY'],
    ['\u3164', 'INPUT.TEXT_EMPTY'],
    ['\u2800\u00ad\ufeff', 'INPUT.TEXT_EMPTY'],
    ['\u0301', 'INPUT.TEXT_EMPTY'],
    ['abc\u202Egpj.exe\u202C 封入', 'INPUT.TEXT_UNREADABLE'],
    ['a\u0007b\u001b[31mred\u0001', 'INPUT.TEXT_UNREADABLE'],
    ['x\ud83dy', 'INPUT.TEXT_UNREADABLE'],
    ['a\u0000b', 'INPUT.TEXT_UNREADABLE'],
    ['\ufffe', 'INPUT.TEXT_UNREADABLE'],
    ['チラシ折り\r\nBcc: evil@example.com', 'チラシ折り Bcc: evil@example.com'],
    ['封筒\t3,000', '封筒 3,000'],
    ['か\u3099っこう', 'がっこう'],
    ['封\u200b筒', '封筒'],
    ['社会福祉法人𠮷髙会 ', '社会福祉法人𠮷髙会'],
    ['\ufa19田 葛\u{e0100}飾', '\ufa19田 葛\u{e0100}飾'],
    ['👩\u200d👩\u200d👧の店', '👩\u200d👩\u200d👧の店'],
  ])('%j on one line is %s', (given, expected) => {
    expect(codeOf(() => requireLine('title', given, 100))).toBe(expected);
  });

  it('keeps its paragraphs where it may have some', () => {
    expect(requireText('note', ' 一行目\r\n\r\n\t二行目\u2028三行目\n', 100)).toBe('一行目\n\n\t二行目\n三行目');
    expect(optionalText('note', '\u200b\n', 100)).toBe('');
    expect(optionalLine('note', null, 100)).toBe('');
  });

  it('counts characters, and says which one cannot be shown', () => {
    expect(codeOf(() => requireLine('title', '𠮷'.repeat(101), 100))).toBe('INPUT.TEXT_TOO_LONG');
    expect(requireLine('title', '𠮷'.repeat(100), 100)).toHaveLength(200);
    expect(unreadableIn('a\u202Eb')).toBe('U+202E');
  });

  const anyText = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        '\u202e',
        '\u200b',
        '\n',
        '\t',
        '\u2028',
        '\ud800',
        '\u0007',
        '\u0301',
        '漢',
        ' ',
        '　',
        '\u3164',
      ),
    ),
    maxLength: 40,
  });

  it('is one visible line in NFC or refused, and stays as it is when it is sent again', () => {
    assertProperty(
      fc.property(anyText, (text) => {
        const line = codeOf(() => requireLine('title', text, 100));
        if (line === 'INPUT.TEXT_EMPTY' || line === 'INPUT.TEXT_UNREADABLE') return;
        expect(line).toEqual(expect.any(String));
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\u200e\u200f\u200b\ufeff]/u);
        expect(String(line).replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')).not.toBe('');
        expect(requireLine('title', String(line), 100)).toBe(line);
        const prose = requireText('note', text, 100);
        expect(requireText('note', prose, 100)).toBe(prose);
      }),
      { numRuns: 2_000 },
    );
  });
});
