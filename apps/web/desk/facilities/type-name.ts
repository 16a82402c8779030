import type { FacilityChoicesQuery } from '../../data/generated/types.js';
import { useLanguage } from '../../words/language.js';

/** The name of a kind of facility in the language of the page; nothing while the names are on their way. */
export function useTypeName(choices: FacilityChoicesQuery | undefined): (code: string) => string {
  const language = useLanguage();
  return (code) => {
    const type = choices?.facilityTypes.find((each) => each.code === code);
    return (language === 'en' ? type?.nameEn : type?.nameJa) ?? '';
  };
}
