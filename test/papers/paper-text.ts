import { extractText, getDocumentProxy } from 'unpdf';

/** What a reader of the PDF finds: text by page, with the spaces that typesetting makes taken out. */
export async function textOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf), { verbosity: 0 }), {
    mergePages: false,
  });
  return text.map(squeeze);
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
