/** The words of the work in a village, brought with the first of its pages: most people's phones never need them. */
import beats from '#locales/zh-CN/beats.json' with { type: 'json' }
import { moreWords } from '#web/ui/words.ts'

await moreWords({
  'zh-CN': () => ({ beats }),
  en: async () => ({ beats: (await import('#locales/en/beats.json', { with: { type: 'json' } })).default }),
})
