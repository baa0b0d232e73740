/** What has been through somebody's hands, who sees what, and one photo for one event. */
import sharp from 'sharp'
import { expect } from 'vitest'
import { done, report, reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { MatterFile } from './reply.ts'

const listed = async ({ as }: Pick<Served, 'as'>, who: Who, query: string) =>
  ((await (await as(who).get(`/api/matters?${query}`)).json()) as { rows: { matter: { id: string } }[] }).rows.map(
    ({ matter }) => matter.id,
  )

served('what somebody passed on stays among what they have done, though others work on it', async ({ as }) => {
  await reported({ as }, 1)
  await done({ as }, 'chief', uuid(1), { do: 'accept' })
  expect(await listed({ as }, 'chief', 'view=done')).toEqual([])
  await done({ as }, 'chief', uuid(1), { do: 'passUp', reason: '要机械' })

  expect(await listed({ as }, 'chief', 'view=done')).toEqual([uuid(1)])
  expect(await listed({ as }, 'official', 'view=done')).toEqual([])
  expect(await listed({ as }, 'nextChief', 'view=done')).toEqual([])
})

served('who has a department beside the county centre sees the complaints that go to it', async ({ as, cast }) => {
  await as('chief').post('/api/matters', report(1, { category: '0507', words: '办事态度差' }))
  const post = { role: 'department_officer', id: uuid(70), place: cast.places.county, department: 'discipline' }
  const held = ((await (await as('administrator').post(`/api/people/${cast.people.centre.id}/posts`, post)).json()) as { refused?: string })
    .refused

  expect(held).toBeUndefined()
  expect((await as('centre').get(`/api/matters/${uuid(1)}`)).status).toBe(200)
  expect((await as('township').get(`/api/matters/${uuid(1)}`)).status).toBe(404)
})

served('of reports that name one photo at once, one gets it and the others are told', async ({ as }) => {
  const picture = new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#333' } })
      .png()
      .toBuffer(),
  )
  await as('chief').put(`/api/photos/${uuid(50)}`, picture, 'image/png')
  const replies = await Promise.all([1, 2, 3, 4].map((number) => as('chief').post('/api/matters', report(number, { photos: [uuid(50)] }))))
  const refused = await Promise.all(
    replies.filter(({ status }) => status !== 201).map((reply) => reply.json() as Promise<{ refused: string }>),
  )

  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(refused.map((each) => each.refused)).toEqual(Array(3).fill('photo.unknown'))
  expect((await listed({ as }, 'chief', 'view=all')).length).toBe(1)
})

served('days and cursors that nobody meant are refused, not a bug', async ({ as }) => {
  for (const query of [
    'since=0000-01-01',
    'after=0000-01-01T00:00:00.000Z~00000000-0000-4000-8000-000000000001',
    'after=2020-02-31T00:00:00.000Z~00000000-0000-4000-8000-000000000001',
  ])
    expect((await as('chief').get(`/api/matters?${query}`)).status, query).toBe(422)
})

served('only named posts see violence in the family; it is settled after the police were told', async ({ as, anybody }) => {
  await as('chief').post('/api/matters', report(1, { category: '0107', words: '他又动手了' }))
  const seen = async (who: Who) => (await as(who).get(`/api/matters/${uuid(1)}`)).status
  expect(await Promise.all((['villagePolice', 'township', 'police', 'centre'] as const).map(seen))).toEqual([200, 200, 200, 200])
  expect(await Promise.all((['chief', 'gridWorker', 'official', 'nextPolice', 'housing', 'westTownship'] as const).map(seen))).toEqual(
    Array(6).fill(404),
  )
  expect((await anybody.get(`/api/matters/${uuid(1)}`)).status).toBe(401)
  expect(await listed({ as }, 'chief', 'view=reported')).toEqual([])

  const { row, watch } = (await (await as('villagePolice').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile
  expect(row.matter).toMatchObject({ holderRole: 'police_officer', isPublic: false })
  expect(watch?.map(({ role, seenBy }) => [role, seenBy])).toEqual([
    ['police_officer', '张民警'],
    ['township_officer', '赵乡镇'],
    ['department_officer', '孙公安'],
    ['centre_officer', '周中心'],
  ])

  await done({ as }, 'villagePolice', uuid(1), { do: 'accept' })
  const early = await as('villagePolice').post(`/api/matters/${uuid(1)}/commands`, {
    commandId: uuid(900),
    command: { do: 'settle', outcome: '劝开了' },
  })
  expect(await early.json()).toMatchObject({ refused: 'matter.police_first' })
  await done({ as }, 'villagePolice', uuid(1), { do: 'tellPolice', station: '东镇派出所', toldAt: '2026-06-03T03:50:00.000Z' })
  expect((await done({ as }, 'villagePolice', uuid(1), { do: 'settle', outcome: '已处警' })).row.matter.status).toBe('settled')
})

served('who has not opened an emergency yet is shown so', async ({ as }) => {
  await reported({ as }, 1, { category: '0205', words: '冒烟' })
  const { watch } = (await (await as('chief').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile

  expect(watch?.map(({ role, seenAt }) => [role, seenAt !== null])).toEqual([
    ['lane_chief', true],
    ['grid_worker', false],
    ['village_official', true],
    ['police_officer', false],
    ['township_officer', false],
    ['centre_officer', false],
  ])
})

served('a police officer sees emergencies in the village, and nothing else there', async ({ as }) => {
  await reported({ as }, 1, { category: '0205', words: '冒烟' })
  await reported({ as }, 2)

  expect(await listed({ as }, 'villagePolice', 'view=all')).toEqual([uuid(1)])
  expect(await listed({ as }, 'nextPolice', 'view=all')).toEqual([])
})

served('a duplicate goes on in the other, and can be taken apart again with the time that was left', async ({ as, at }) => {
  await reported({ as }, 1)
  const before = (await reported({ as }, 2)).row.matter
  await as('chief').get(`/api/matters/${uuid(2)}`)
  expect((await done({ as }, 'chief', uuid(2), { do: 'link', to: uuid(1) })).row.matter).toMatchObject({
    status: 'linked',
    dueBy: null,
    duplicateOf: uuid(1),
  })
  const main = (await (await as('chief').get(`/api/matters/${uuid(1)}`)).json()) as MatterFile
  expect(main.duplicates.map(({ id }) => id)).toEqual([uuid(2)])
  expect(main.events.at(-1)).toMatchObject({ type: 'gained', duplicate: uuid(2) })

  at('2026-06-03T06:00:00.000Z')
  const back = await done({ as }, 'chief', uuid(2), { do: 'unlink', reason: '不是一件' })
  expect(back.row.matter).toMatchObject({ status: 'waiting', duplicateOf: null })
  expect(back.row.matter.acceptBy >= before.acceptBy).toBe(true)
  const outside = await as('chief').post(`/api/matters/${uuid(2)}/commands`, {
    commandId: uuid(901),
    command: { do: 'link', to: uuid(77) },
  })
  expect(outside.status).toBe(404)
})

served('who sits in two seats has one list of both, page by page, first due first', async ({ as, cast, at }) => {
  const { places, people } = cast
  const post = { role: 'lane_chief', id: uuid(70), place: places.vacantLane, department: null }
  expect((await as('administrator').post(`/api/people/${people.chief.id}/posts`, post)).ok).toBe(true)
  for (let number = 1; number <= 6; number++) {
    at(`2026-06-03T0${number}:00:00.000Z`)
    await reported({ as }, number, { place: number % 2 === 0 ? places.lane : places.vacantLane })
  }
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = (await (await as('chief').get(`/api/matters?view=todo&limit=4${after}`)).json()) as {
      rows: { matter: { id: string } }[]
      next: string | null
    }
    seen.push(...page.rows.map(({ matter }) => matter.id))
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6].map(uuid))
})
