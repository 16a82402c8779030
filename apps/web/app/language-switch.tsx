import { useCommon } from '../words/common/index.js';
import { LANGUAGES, setLanguage, useLanguage } from '../words/language.js';
import { plain } from '../words/readings.js';

/** Three buttons; each is in its own language. */
export function LanguageSwitch() {
  const { language: words } = useCommon();
  const language = useLanguage();
  return (
    <div role="group" aria-label={plain(words.label)} className="flex flex-wrap gap-1">
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each === 'en' ? 'en' : 'ja'}
          aria-pressed={each === language}
          onClick={() => setLanguage(each)}
          className="min-h-11 rounded-lg px-3 text-sm text-blue-1000 underline underline-offset-4 aria-pressed:bg-blue-900 aria-pressed:text-white aria-pressed:no-underline"
        >
          {words[each]}
        </button>
      ))}
    </div>
  );
}
