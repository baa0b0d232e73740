import i18next from 'i18next'
import { expect, test } from 'vitest'
import desk from '#locales/zh-CN/desk.json' with { type: 'json' }
import { lengthWords, minutesIn, typedLength } from './length.ts'

await i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { desk } } })

const working = (minutes: number) => ({ minutes, runs: 'working' }) as const
const always = (minutes: number) => ({ minutes, runs: 'always' }) as const

test.each([
  [working(900), '2 个工作日'],
  [working(225), '半个工作日'],
  [working(60), '1 小时（工作时间）'],
  [working(450 + 125), '1 个工作日 2 小时 5 分钟'],
  [working(95), '1 小时 35 分钟（工作时间）'],
  [always(30), '30 分钟'],
  [always(1440), '24 小时'],
  [always(3 * 1440), '3 天'],
  [always(3 * 1440 + 61), '3 天 1 小时 1 分钟'],
])('%o is said as %s', (limit, words) => {
  expect(lengthWords(limit)).toBe(words)
})

test.each([working(450), working(225), working(240), working(95), always(1440), always(30), always(4320)])(
  'what is typed for %o is that length again',
  (limit) => {
    const { count, unit } = typedLength(limit)
    expect(count * minutesIn(unit, limit.runs)).toBe(limit.minutes)
  },
)
