import { useLanguage } from './language.js';

/** The name of a kind of work in the language of the page. */
export function useWorkName(): (workType: { readonly nameJa: string; readonly nameEn: string }) => string {
  const language = useLanguage();
  return ({ nameJa, nameEn }) => (language === 'en' ? nameEn : nameJa);
}
