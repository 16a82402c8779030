import { formatDateJa, type LocalDate } from '#yui/calendar';
import type { Sheet } from '#yui/papers';
import type { Publication } from './publication.entity.js';
import { publicationTitle } from './publication-text.js';

/** A publication as it is printed: its words under its title, with the government's name. */
export function publicationSheet(publication: Publication, government: string, draftedOn: LocalDate): Sheet {
  const title = publicationTitle(publication.kind);
  const isHeading = (line: string, index: number) => index === 0 && line === title;
  const paragraphs = publication.body
    .split('\n')
    .filter((line, index) => line.trim() !== '' && !isHeading(line, index))
    .map((line) => line.trimEnd());
  return {
    title: '公表文',
    number: publication.id.slice(0, 8),
    issuedOn: formatDateJa(publication.publishedOn ?? draftedOn),
    hasAddress: false,
    addressee: { address: [], names: [], details: [] },
    sender: { role: '公表機関', names: [government], address: [], details: [] },
    opening: title,
    headline: null,
    facts: publication.publishedOn ? [] : [{ label: '状態', value: '下書き（未公表）' }],
    blocks: [{ type: 'text', heading: null, paragraphs, tone: 'list' }],
  };
}
