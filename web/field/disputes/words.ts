/** The words of mediation, brought with the first of its pages: most people's phones never need them. */
import disputes from '#locales/zh-CN/disputes.json' with { type: 'json' }
import { moreWords } from '#web/ui/words.ts'

await moreWords({
  'zh-CN': () => ({ disputes }),
  en: async () => ({ disputes: (await import('#locales/en/disputes.json', { with: { type: 'json' } })).default }),
})
