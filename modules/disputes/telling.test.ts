import { expect, test } from 'vitest'
import words from '#locales/zh-CN/disputes.json' with { type: 'json' }
import type { Dispute } from './dispute.ts'
import { type Speech, type Told, telling } from './telling.ts'

const found = (key: string): unknown => key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], words)
const word = (key: string): string => {
  const said = found(key)
  if (typeof said !== 'string') throw new Error(`no words for ${key}`)
  return said
}

const speech: Speech = {
  who: ({ byName }) => byName ?? '系统',
  party: (id) => ({ p1: '张三', p2: '李四' })[id] ?? '',
  person: (id) => ({ m1: '王调解' })[id as string] ?? '',
  office: () => '古绛镇司法所',
  day: (on) => on,
  word,
  list: (all) => all.join('、'),
}
const file = { agreement: { terms: [{ id: 't1', by: 'p2', what: '疏通排水沟' }] } } as unknown as Pick<Dispute, 'agreement'>

const said = (event: unknown) =>
  telling({ byName: '王调解', at: '2026-06-03T10:00:00.000Z', ...(event as object) } as Told, file, speech).map(({ key, values }) =>
    word(`events.${key}`).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name])),
  )

test.each([
  [{ type: 'registered' }, ['王调解登记了案卷']],
  [{ type: 'paperChecked', whose: 'p1', paper: 'knownInPerson' }, ['王调解本人认识张三']],
  [{ type: 'consented', whose: 'p1' }, ['张三愿意接受调解']],
  [{ type: 'declined', whose: 'gone' }, ['当事人明确表示不愿调解，已告知其他途径']],
  [{ type: 'signed', completes: null, signatures: [{ as: 'party', who: 'p1' }] }, ['张三已签']],
  [
    {
      type: 'signed',
      completes: '2026-06-03',
      signatures: [
        { as: 'mediator', who: 'm1' },
        { as: 'seal', who: 'v' },
      ],
    },
    ['王调解、调委会盖章已签', '各方已签字盖章，协议 2026-06-03 生效'],
  ],
  [{ type: 'performed', term: 't1' }, ['李四已履行：疏通排水沟']],
  [{ type: 'signsNoted', signs: ['weapon'], alarms: [['weapon']] }, ['王调解登记激化苗头：提到或准备了刀具等凶器', '已告知包村民警和乡镇']],
  [{ type: 'signsNoted', signs: [], alarms: [] }, ['王调解登记：没有激化苗头']],
  [{ type: 'referredUp', to: {}, reason: '涉及面广' }, ['王调解请古绛镇司法所指导：涉及面广']],
  [{ type: 'claimDecided', isGranted: false, reason: '材料不全' }, ['补贴没有同意：材料不全']],
])('%j is told in words', (event, sentences) => {
  expect(said(event)).toEqual(sentences)
})
