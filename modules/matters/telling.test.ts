import i18next from 'i18next'
import { expect, test } from 'vitest'
import en from '#locales/en/matters.json' with { type: 'json' }
import zh from '#locales/zh-CN/matters.json' with { type: 'json' }
import type { CommandId, DisputeId, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Event } from './rules/event.ts'
import { type Speech, type Told, telling } from './telling.ts'

type Type = Event['type']
type Only<T extends Type> = Extract<Event, { type: T }>
/** What an event says beyond who said it when. */
type Facts<T extends Type> = T extends Type ? Omit<Only<T>, 'type' | 'by' | 'as' | 'seat' | 'at'> : never

const at = '2026-06-03T04:00:00.000Z'
const official: Seat = { role: 'village_official', place: '149901100201' as PlaceCode, department: null }
const step = { to: official, acceptBy: at, settleBy: at }
const reset = { acceptBy: at, settleBy: at, remindAt: at }
const labels = { category: '0402', isPublic: true, isEmergency: false, goesAround: false }
const limit = { minutes: 450, runs: 'working' } as const
const pause = { from: 'working', since: at, until: at, acceptLeft: limit, settleLeft: limit } as const
const other = { id: 'other' as MatterId, number: '20260603-7F3KX' }
const decision = { application: 3, words: null } as const
const wish = { from: official, reason: '缺材料', decider: official, decideBy: at, days: null, until: null, category: null }
const reported = {
  ...labels,
  ...step,
  told: [],
  place: official.place,
  words: '路灯不亮',
  source: 'web',
  latitude: null,
  longitude: null,
  isOutside: false,
  outcome: null,
  silenceAt: null,
} as const

/** Every type of event, in every form that has a sentence of its own. A new type is missed by the compiler here. */
const samples: { readonly [T in Type]: readonly Facts<T>[] } = {
  reported: [reported, { ...reported, outcome: '换了灯泡' }],
  accepted: [{}],
  settled: [
    { outcome: '修好了', silenceAt: at },
    { outcome: '经调解达成协议', silenceAt: at, mediated: '(2026)河湾村人调字第1号' },
  ],
  passedUp: [{ ...step, reason: '超出职权' }],
  handedDown: [{ ...step, words: '请看一下', place: official.place }],
  handedOver: [{ ...step, words: '请办理' }],
  mediated: [
    {
      dispute: 'd' as DisputeId,
      number: '(2026)河湾村人调字第1号',
      pause: {
        from: 'working',
        since: at,
        until: at,
        acceptLeft: { minutes: 0, runs: 'working' },
        settleLeft: { minutes: 0, runs: 'working' },
      },
    },
  ],
  moved: [
    { ...step, why: 'vacancy' },
    { ...step, why: 'place' },
  ],
  takenOver: [{ from: 'one' as PersonId, to: 'two' as PersonId }],
  refused: [{ reason: '不归这里', channel: '县信访局' }],
  commented: [{ words: '已看过', isPublic: true }],
  verified: [{}],
  rated: [
    { rating: 5, words: null },
    { rating: 2, words: '慢' },
  ],
  reopened: [{ ...step, reason: '没修' }],
  withdrawn: [{ reason: null }, { reason: '解决了' }],
  closed: [{ why: 'silence' }],
  reminded: [{ what: 'accept', dueBy: at }],
  lapsed: [{ ...step, what: 'settle', dueBy: at, from: official }],
  overdue: [{ what: 'settle', dueBy: at }],
  resumed: [
    { ...reset, why: 'time' },
    { why: 'mediation', reason: '调解没有达成协议', acceptBy: at, settleBy: at, remindAt: at },
    { ...reset, why: 'asked', reason: '材料到了' },
  ],
  applied: [
    { ...wish, kind: 'extension', days: 3 },
    { ...wish, kind: 'suspension', until: '2026-07-01' },
    { ...wish, kind: 'reclassification', category: '0402' },
    { ...wish, kind: 'voiding' },
    { ...wish, kind: 'notOurs' },
  ],
  cancelled: [{ application: 3 }],
  granted: [
    { ...decision, consequence: { kind: 'extension', settleBy: at, remindAt: at } },
    { ...decision, words: '抓紧', consequence: { kind: 'extension', settleBy: at, remindAt: at } },
    { ...decision, consequence: { kind: 'suspension', pause } },
    { ...decision, words: '同意', consequence: { kind: 'suspension', pause } },
    { ...decision, consequence: { kind: 'reclassification', ...labels, ...step } },
    { ...decision, words: '同意', consequence: { kind: 'reclassification', ...labels, ...step } },
    { ...decision, consequence: { kind: 'voiding' } },
    { ...decision, words: '同意', consequence: { kind: 'voiding' } },
    { ...decision, consequence: { kind: 'notOurs', ...step } },
    { ...decision, words: '同意', consequence: { kind: 'notOurs', ...step } },
  ],
  declined: [
    { application: 3, why: 'decision', reason: '再试试' },
    { application: 3, why: 'silence', reason: null },
  ],
  applicationMoved: [{ application: 3, decider: official, decideBy: at }],
  ordered: [
    { kind: 'supervise', from: official, words: '请尽快', dueBy: at },
    { kind: 'urge', from: official, words: '请尽快', dueBy: at },
  ],
  answered: [{ order: 4, words: '明天办完' }],
  orderLapsed: [{ order: 4 }],
  policeTold: [
    { station: '城关派出所', toldAt: at, words: null },
    { station: '城关派出所', toldAt: at, words: '民警已到' },
  ],
  linked: [
    { of: other.id, number: other.number, words: null, pause },
    { of: other.id, number: other.number, words: '同一处', pause },
  ],
  unlinked: [
    { ...reset, of: other.id, reason: null },
    { ...reset, of: other.id, reason: '不是一处' },
  ],
  gained: [{ duplicate: other.id, number: other.number }],
  lost: [{ duplicate: other.id, number: other.number }],
  joined: [{ words: null }, { words: '我家门口也是' }],
  left: [{}],
  erased: [{}],
}

const told = (type: Type, facts: object): Told =>
  ({
    type,
    by: 'somebody' as PersonId,
    as: 'staff',
    seat: official,
    at,
    version: 2,
    commandId: 'command' as CommandId,
    byName: '王村官',
    toName: '河湾村',
    deciderName: '东镇',
    fromName: '坡上村',
    ...facts,
  }) as Told

const all = (Object.keys(samples) as Type[]).flatMap((type) => samples[type].map((facts) => told(type, facts)))
const untold: string[] = []
await i18next.init({
  lng: 'zh-CN',
  resources: { 'zh-CN': { matters: zh }, en: { matters: en } },
  interpolation: { escapeValue: false },
  saveMissing: true,
  missingKeyHandler: (_languages, _catalogue, key) => untold.push(key),
  missingInterpolationHandler: (text, [blank]) => untold.push(`${blank} in ${text}`),
})

const speechIn = (lng: string): Speech => ({
  who: ({ byName }) => byName ?? '',
  seat: (_, name) => name ?? '',
  instant: (instant) => `<${instant}>`,
  day: (day) => `<${day}>`,
  category: (code) => `<${code}>`,
  word: (key, values) => i18next.t(`matters:${key}`, { lng, ...values }),
})

const sentence = (event: Told, lng: string) => {
  const { key, values } = telling(event, speechIn(lng))
  return i18next.t(`matters:events.${key}`, { lng, ...values })
}

test.each(['zh-CN', 'en'])('every event is a whole sentence in %s', (lng) => {
  untold.length = 0
  for (const event of all) sentence(event, lng)
  expect(untold).toEqual([])
})

test('every sentence of the catalogue is told of some event', () => {
  const keys = new Set(all.map((event) => telling(event, speechIn('zh-CN')).key))
  expect(Object.keys(zh.events).filter((key) => !keys.has(key))).toEqual([])
})

test('nothing that somebody said is left out of the sentence', () => {
  for (const event of all)
    for (const said of ['words', 'reason', 'outcome', 'number', 'station'] as const) {
      const value = (event as unknown as Record<string, unknown>)[said]
      if (typeof value === 'string' && event.type !== 'reported') expect(sentence(event, 'zh-CN')).toContain(value)
    }
})

test('an application says how much is asked for', () => {
  const sentences = all.filter(({ type }) => type === 'applied').map((event) => sentence(event, 'zh-CN'))
  expect(sentences[0]).toContain('延期 3 天')
  expect(sentences[1]).toContain('<2026-07-01>')
  expect(sentences[2]).toContain('<0402>')
})

test('a lapse says who let it pass and who has it now', () => {
  expect(sentence(all.find(({ type }) => type === 'lapsed') as Told, 'zh-CN')).toBe(`坡上村没有在 <${at}> 前办结，系统上提到河湾村`)
})
