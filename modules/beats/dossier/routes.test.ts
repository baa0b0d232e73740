import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import type { Standings } from '#modules/duties/reply.ts'
import { filed, visit } from '#tests/beat.ts'
import { cast } from '#tests/cast.ts'
import { uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { Dossier } from './dossier.ts'
import type { FacilityRow } from './facility.ts'
import type { Handover } from './handover.ts'

const { places, people } = cast
const path = `/api/beats/villages/${places.village}`

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const facility = (change: object = {}) => ({ village: places.village, kind: 'camera', spot: '村口', count: 2, works: true, ...change })
const put = ({ as }: Served, who: Who, url: string, body: object) =>
  as(who).put(`/api/beats${url}`, JSON.stringify(body), 'application/json')
const dossier = async ({ as }: Served, who: Who) => (await (await as(who).get(`${path}/dossier`)).json()) as Dossier & { name: string }
const handover = async ({ as }: Served, who: Who) => (await (await as(who).get(`${path}/handover`)).json()) as Handover
const part = (of: Dossier, code: string) => of.parts.find((each) => each.code === code)!
async function pagesOf(reply: Response): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await reply.arrayBuffer())), { mergePages: false })
  return text.join('').replace(/\s/g, '')
}

served('who has nothing to do with a village finds no dossier of it, and no handover', async (it) => {
  for (const who of ['nextPolice', 'nextOfficial', 'westStation', 'chief', 'farPolice', 'nobody', 'auditor', 'administrator'] as const)
    for (const what of ['dossier', 'dossier/pdf', 'facilities', 'handover', 'handover/pdf'])
      expect(await answer(it.as(who).get(`${path}/${what}`)), `${who} ${what}`).toEqual([404, 'not_found'])
  for (const who of ['official', 'adviser', 'township', 'centre'] as const)
    expect(await answer(it.as(who).get(`${path}/handover`)), who).toEqual([404, 'not_found'])
  expect(await answer(it.as('centre').get('/api/beats/villages/149901100299/dossier'))).toEqual([404, 'not_found'])
})

served('only the officer and the officials of a village note its facilities', async (it) => {
  for (const who of ['adviser', 'nextPolice', 'station', 'chief', 'centre', 'farPolice'] as const)
    expect(await answer(put(it, who, `/facilities/${uuid(1)}`, facility())), who).toEqual([403, 'not_permitted'])
  expect(await answer(put(it, 'official', `/facilities/${uuid(1)}`, facility({ count: 0 })))).toEqual([422, 'invalid'])
  expect((await put(it, 'official', `/facilities/${uuid(1)}`, facility())).status).toBe(200)
  expect(await answer(put(it, 'nextOfficial', `/facilities/${uuid(1)}`, facility({ village: places.nextVillage })))).toEqual([
    409,
    'conflict',
  ])
  expect(await answer(it.as('nextPolice').delete(`/api/beats/facilities/${uuid(1)}`))).toEqual([404, 'not_found'])
  expect((await put(it, 'villagePolice', `/facilities/${uuid(1)}`, facility({ works: false }))).status).toBe(200)

  expect(part(await dossier(it, 'official'), 'facilities').lines).toEqual([
    {
      ...{ key: 'facility_camera', value: { is: 'facility', spot: '村口', count: 2, works: false } },
      ...{ source: 'facilities', asOf: '2026-06-03', isStale: false },
    },
  ])
  const list = (await (await it.as('station').get(`${path}/facilities`)).json()) as FacilityRow[]
  expect(list).toMatchObject([{ kind: 'camera', works: false, seenOn: '2026-06-03', byName: people.villagePolice.name }])
  for (const _ of ['once', 'again']) expect((await it.as('official').delete(`/api/beats/facilities/${uuid(1)}`)).status).toBe(200)
  expect(part(await dossier(it, 'official'), 'facilities')).toMatchObject({ state: 'missing', lines: [] })
})

served('a look that waited for signal is of its own day, and does not undo a later one', async (it) => {
  const seen = (change: object) => put(it, 'villagePolice', `/facilities/${uuid(1)}`, facility(change))
  const list = async () => (await (await it.as('official').get(`${path}/facilities`)).json()) as FacilityRow[]
  expect(await answer(seen({ seenOn: '2026-06-04' }))).toEqual([409, 'beat.day_ahead'])
  await seen({ seenOn: '2026-06-01' })
  expect(await list()).toMatchObject([{ seenOn: '2026-06-01', count: 2 }])
  await seen({ count: 3 })
  await seen({ seenOn: '2026-06-02', count: 5 })
  expect(await list()).toMatchObject([{ seenOn: '2026-06-03', count: 3 }])
})

/** All that an officer keeps of the village, made today. */
async function keep(it: Served): Promise<void> {
  await filed(it, 1, visit())
  await filed(it, 2, { kind: 'meeting', about: '防骗', attended: 20 })
  await it.as('villagePolice').post('/api/beats/bulletins', { id: uuid(3), village: places.village, title: '通报', body: '锁好门' })
  await put(it, 'villagePolice', `/facilities/${uuid(4)}`, facility())
  await put(it, 'villagePolice', `/groups/${uuid(5)}`, {
    ...{ id: uuid(5), village: places.village, kind: 'wechat', name: '河湾村平安群', size: 40, lastNoticeOn: '2026-06-01' },
  })
}
const dossierDuty = async ({ as }: Served) => {
  const [standings] = (await (await as('villagePolice').get('/api/duties/mine')).json()) as Standings[]
  return standings!.standings[0]!.states.find(({ duty }) => duty === 'dossier')!.windows[0]!.isMet
}

served('the dossier is whole once the work is done, at once, and so the duty is met without a form', async (it) => {
  expect(await dossierDuty(it)).toBe(false)
  expect(part(await dossier(it, 'station'), 'visits').state).toBe('missing')
  await keep(it)
  const now = await dossier(it, 'station')

  for (const code of ['facilities', 'groups', 'visits', 'meetings', 'bulletins'])
    expect([code, part(now, code).state]).toEqual([code, 'fresh'])
  expect(part(now, 'people').lines[0]).toMatchObject({ key: 'police_officer', value: { is: 'names', names: ['张民警'] } })
  expect(part(now, 'zero').state).toBe('missing')
  expect(await dossierDuty(it)).toBe(true)
})

served('an officer who goes hands over what they promised, planned and own; clues are a count', async (it) => {
  await keep(it)
  await filed(it, 6, visit({ house: '14', promised: '带报警器电池来', promisedBy: '2026-06-10' }))
  await filed(it, 7, { kind: 'day', state: 'planned', plan: '走访后街' }, { on: '2026-06-08' })
  await filed(it, 8, { kind: 'advice', question: '欠条还有没有用', answer: '记下了', isSolved: false })
  await filed(it, 9, visit({ house: '15', promised: '水律师答应的' }), {}, 'adviser')
  const sheet = await handover(it, 'station')

  expect([sheet.from.name, sheet.to]).toEqual(['张民警', null])
  expect(sheet.promises.map(({ record }) => record.facts)).toMatchObject([{ house: '14', promised: '带报警器电池来' }])
  expect(sheet.planned.map(({ record }) => record.on)).toEqual(['2026-06-08'])
  expect([sheet.unsolved.length, sheet.groups.map(({ name }) => name), sheet.clues]).toEqual([
    1,
    ['河湾村平安群'],
    { handed: 0, waiting: 0 },
  ])

  const given = (await (
    await it.as('station').get(`${path}/handover?from=${people.villagePolice.id}&to=${people.nextPolice.id}`)
  ).json()) as Handover
  expect(given.to).toBeNull() // nobody takes over a village who has no post there
})

served('both sheets are printed in Chinese, in English where that is asked for, and each printing is recorded', async (it) => {
  await keep(it)
  const zh = await pagesOf(await it.as('villagePolice').get(`${path}/dossier/pdf`))
  const en = await pagesOf(await it.as('villagePolice').get(`${path}/dossier/pdf?language=en`))
  const sheet = await pagesOf(await it.as('station').get(`${path}/handover/pdf`))

  for (const word of ['河湾村委会一村一档', '尚未启用：治保会、巡逻、法治宣传', '张民警', '视频监控', '没有填报', '东镇'])
    expect(zh).toContain(word)
  expect(en).toContain('Notinuseyet')
  for (const word of ['包村民警交接单', '交出人', '监交人', '警务室钥匙', '河湾村平安群']) expect(sheet).toContain(word)
  const trail = (await (await it.as('auditor').get('/api/audit')).json()) as { rows: { action: string }[] }
  for (const action of ['dossier.printed', 'handover.printed', 'facility.kept'])
    expect(trail.rows.map((row) => row.action)).toContain(action)
})
