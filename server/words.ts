/** The catalogue on the server: for pages, spreadsheets and messages. The same files as in the browser. */
import { readdirSync, readFileSync } from 'node:fs'
import i18next from 'i18next'

export type Language = 'zh-CN' | 'en'
export const languages: readonly Language[] = ['zh-CN', 'en']

const folder = new URL('../locales/', import.meta.url)

const read = (language: Language) =>
  Object.fromEntries(
    readdirSync(new URL(`${language}/`, folder))
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8'))]),
  )

const catalogue = i18next.createInstance()
await catalogue.init({
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  defaultNS: 'app',
  resources: Object.fromEntries(languages.map((language) => [language, read(language)])),
  interpolation: { escapeValue: false }, // hono/html and React escape
})

export type Say = (key: string, facts?: Record<string, unknown>) => string

const fixed = Object.fromEntries(languages.map((language) => [language, catalogue.getFixedT(language)])) as unknown as Record<Language, Say>

/** Says a key, "namespace:path.to.it", in a language. */
export const words = (language: Language): Say => fixed[language]
