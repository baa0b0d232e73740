import { useTranslation } from 'react-i18next'
import { type Language, languageNow, languages, setLanguage } from './words.ts'

const own: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' }

/** Each language by its own name, so that it can be found by whoever cannot read the other. */
export function LanguageSwitch() {
  const { t } = useTranslation('app')
  return (
    <fieldset className="choice">
      <legend className="unseen">{t('language')}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={languageNow() === language}
          className="choice-option"
          onClick={() => void setLanguage(language)}
        >
          {own[language]}
        </button>
      ))}
    </fieldset>
  )
}
