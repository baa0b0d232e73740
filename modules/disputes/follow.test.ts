import { expect } from 'vitest'
import type { PostId } from '#modules/kernel/ids.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { cast } from '#tests/cast.ts'
import { agreement, consents, everyRoute, mediated, registered, registration, secret, session, zhao } from '#tests/dispute.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { DisputeFile } from './reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const file = async ({ as }: Served, who: Who, id: string) => (await (await as(who).get(`/api/disputes/${id}`)).json()) as DisputeFile
const matterOf = async ({ as }: Served, who: Who, id: string) => (await (await as(who).get(`/api/matters/${id}`)).json()) as MatterFile

served('what is no quarrel by its category is not given to mediation', async (it) => {
  const { row } = await reported(it, 7, { category: '0801', words: '路灯不亮', place: places.village }, 'official')

  expect(await answer(it.as('official').post('/api/disputes', registration(1, { matterId: row.matter.id })))).toEqual([
    409,
    'dispute.no_quarrel',
  ])
})

served('a village official passes a matter on in one step, gets the number, and does not see the file', async (it) => {
  const { row } = await reported(it, 7, { category: '0101', words: secret, place: places.village }, 'official')
  await done(it, 'official', row.matter.id, { do: 'accept' })
  const reply = await registered(it, 1, { matterId: row.matter.id, source: 'initiative' }, 'official')

  expect(reply).toMatchObject({ number: '(2026)河湾村人调字第1号', isMine: false })
  expect(await answer(it.as('official').get(`/api/disputes/${reply.id}`))).toEqual([404, 'not_found'])
  expect((await matterOf(it, 'official', row.matter.id)).row.matter).toMatchObject({ status: 'suspended', disputeId: reply.id })
  expect((await file(it, 'mediationHead', reply.id)).dispute).toMatchObject({ mediators: [], matterId: row.matter.id })
  expect(await answer(it.as('official').post('/api/disputes', registration(2, { matterId: row.matter.id })))).toEqual([
    409,
    'dispute.matter_mediated',
  ])
})

served('who does not hold a matter cannot give it to the committee', async (it) => {
  const { row } = await reported(it, 7, { category: '0101', words: secret }, 'official')

  expect(await answer(it.as('township').post('/api/disputes', registration(1, { matterId: row.matter.id })))).toEqual([
    409,
    'matter.not_holder',
  ])
  expect(
    await answer(
      it
        .as('nextOfficial')
        .post('/api/disputes', registration(1, { place: places.nextLane, committee: places.nextVillage, matterId: row.matter.id })),
    ),
  ).toEqual([404, 'not_found'])
})

served('反家庭暴力法 art. 14: violence in the family is not given to mediation before the police were told', async (it) => {
  await reported(it, 7, { category: '0107', words: secret }, 'official')
  const id = uuid(7)
  expect(await answer(it.as('villagePolice').post('/api/disputes', registration(1, { matterId: id })))).toEqual([
    409,
    'matter.police_first',
  ])

  await done(it, 'villagePolice', id, { do: 'tellPolice', station: '东镇派出所', toldAt: '2026-06-03T03:00:00.000Z' })
  expect(await registered(it, 1, { matterId: id }, 'villagePolice')).toMatchObject({ isMine: false })
})

served('the matter follows the outcome: settled by the agreement, with the number and nothing of what was agreed', async (it) => {
  const { row } = await reported(it, 7, { category: '0101', words: '邻居滴水', place: places.village }, 'official')
  await done(it, 'official', row.matter.id, { do: 'accept' })
  await it.opened.db
    .insertInto('posts')
    .values({
      county: people.official.county,
      id: uuid(77) as PostId,
      personId: people.official.id,
      role: 'mediator',
      place: places.village,
      department: null,
      since: '2025-01-01',
      until: null,
      grantedBy: null,
    })
    .execute()
  const { id } = await registered(it, 1, { matterId: row.matter.id }, 'official')
  for (const command of [...consents, { ...session, mediators: [people.official.id] }, { ...agreement, form: 'oral' }])
    await mediated(it, 'official', id, command)
  const after = await matterOf(it, 'official', row.matter.id)

  expect(after.row.matter).toMatchObject({
    status: 'settled',
    outcome: '经河湾村委会人民调解委员会调解达成协议（案卷 (2026)河湾村人调字第1号）',
  })
  expect(JSON.stringify(after)).not.toContain('滴水管')
})

served('where mediation fails its holder has the matter again', async (it) => {
  const { row } = await reported(it, 7, { category: '0101', words: '邻居滴水', place: places.village }, 'official')
  await done(it, 'official', row.matter.id, { do: 'accept' })
  const { id } = await registered(it, 1, { matterId: row.matter.id }, 'official')
  await mediated(it, 'mediationHead', id, { do: 'assign', mediators: [people.mediator.id], chosenBy: 'parties' })
  await mediated(it, 'mediator', id, { do: 'decline', party: zhao.id, reason: '要打官司', routes: everyRoute })
  const after = await matterOf(it, 'official', row.matter.id)

  expect(after.row.matter).toMatchObject({ status: 'working' })
  expect(after.events.at(-1)).toMatchObject({ type: 'resumed', why: 'mediation' })
})
