/** The message catalogue on the screen: Chinese first, English by choice, remembered. Nothing is shown before its words are here. */
import i18next, { type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import app from '#locales/zh-CN/app.json' with { type: 'json' }
import matters from '#locales/zh-CN/matters.json' with { type: 'json' }
import notices from '#locales/zh-CN/notices.json' with { type: 'json' }
import people from '#locales/zh-CN/people.json' with { type: 'json' }
import places from '#locales/zh-CN/places.json' with { type: 'json' }
import refusals from '#locales/zh-CN/refusals.json' with { type: 'json' }

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** Catalogues by the name they are asked by: `{ field: {...} }` for `t('field:todo')`. */
export type Words = Resource[string]
export type OwnWords = Readonly<Record<Language, () => Words | Promise<Words>>>

let own: OwnWords = { 'zh-CN': () => ({}), en: () => ({}) }

/** Catalogues of parts that were opened since: they change their language with the rest. */
const parts: OwnWords[] = []

async function bring(language: Language) {
  const shared = language === 'en' ? (await import('./words-en.ts')).words : { app, matters, notices, people, places, refusals }
  const all = Object.assign({}, shared, await own[language](), ...(await Promise.all(parts.map((part) => part[language]())))) as Words
  for (const [name, words] of Object.entries(all)) i18next.addResourceBundle(language, name, words)
}

const remembered = (): Language => (localStorage.getItem('language') === 'en' ? 'en' : 'zh-CN')

/** Called once, before the first paint, with the catalogues that only this app has. */
export async function startWords(catalogues: OwnWords) {
  own = catalogues
  const language = remembered()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  await Promise.all([bring('zh-CN'), language === 'en' ? bring('en') : undefined])
  document.documentElement.lang = language
}

export async function setLanguage(language: Language) {
  await bring(language)
  localStorage.setItem('language', language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

/** Called by a part of an app that is brought when it is opened, before it shows anything: its own catalogues. */
export async function moreWords(catalogues: OwnWords) {
  parts.push(catalogues)
  const now = languageNow()
  for (const language of now === 'zh-CN' ? [now] : (['zh-CN', now] as const))
    for (const [name, words] of Object.entries(await catalogues[language]())) i18next.addResourceBundle(language, name, words)
}

export const languageNow = (): Language => (i18next.language === 'en' ? 'en' : 'zh-CN')
