import { expect } from 'vitest'
import { sweep } from '#modules/matters/jobs.server.ts'
import { reported, uuid } from '#tests/matter.ts'
import { noon, type Served, served, type Who } from '#tests/server.ts'
import { standIn } from '#tests/stand-in.ts'
import { deliver } from '../jobs.server.ts'
import { putRobot } from '../settings-store.server.ts'
import { tell } from '../tell.server.ts'
import type { DeliveryPage, Inbox } from '../wire.ts'

const address = 'http://localhost'
const late = '2026-06-04T01:10:00.000Z'

const inboxOf = async ({ as }: Served, who: Who): Promise<Inbox> => (await (await as(who).get('/api/notices')).json()) as Inbox
const titlesOf = async (it: Served, who: Who) => (await inboxOf(it, who)).rows.map(({ title }) => title)

/** So many at once, of which the chief hears; then all of them are late. */
async function manyLate(it: Served, count: number, first = 1): Promise<void> {
  for (let number = first; number < first + count; number++) await reported(it, number)
  await tell(it.opened.db, noon, address)
  await it.as('chief').post('/api/notices/read', { all: true })
  await sweep(it.opened.db, late)
}

served('five late at once are told one by one', async (it) => {
  await manyLate(it, 5)
  await tell(it.opened.db, late, address)

  expect(await titlesOf(it, 'official')).toEqual(Array(5).fill('超时上提，请接单'))
})

served('twelve late at once are one notice with a number; one more in the same hour only changes the number', async (it) => {
  await manyLate(it, 12)
  await tell(it.opened.db, late, address)

  expect(await titlesOf(it, 'official')).toEqual(['12 件事项超时上提，请接单'])
  expect((await titlesOf(it, 'chief')).filter((title) => title !== '新事项待接单')).toEqual(['12 件事项已超时上提'])
  const { rows, unread } = await inboxOf(it, 'official')
  expect([rows[0], unread]).toMatchObject([{ matterId: null, event: 'lapsed', count: 12, isUrgent: false }, 1])

  await it.as('official').post('/api/notices/read', { all: true })
  await manyLate(it, 1, 20)
  const later = '2026-06-04T01:50:00.000Z'
  await tell(it.opened.db, later, address)
  expect((await inboxOf(it, 'official')).rows).toMatchObject([{ title: '13 件事项超时上提，请接单', at: later, readAt: null }])
})

served('two processes telling at the same time count each late matter once', async (it) => {
  await manyLate(it, 14)
  await Promise.all([tell(it.opened.db, late, address), tell(it.opened.db, late, address)])

  const { rows } = await inboxOf(it, 'official')
  expect(rows.reduce((sum, { count }) => sum + (count ?? 1), 0)).toBe(14)
})

served('an emergency among many late ones is told by itself', async (it) => {
  for (let number = 1; number <= 7; number++) await reported(it, number)
  await reported(it, 8, { category: '0205', words: '东屋有火苗' })
  await tell(it.opened.db, noon, address)
  await sweep(it.opened.db, late)
  await tell(it.opened.db, late, address)

  const lapsed = (await inboxOf(it, 'official')).rows.filter(({ event }) => event === 'lapsed')
  expect(lapsed.filter(({ isUrgent }) => isUrgent).every(({ count }) => count === null)).toBe(true)
  expect(lapsed.filter(({ isUrgent }) => !isUrgent)).toMatchObject([{ count: 7 }])
})

served('a group gets one message with the number and the list; the desk shows it with its number', async (it) => {
  const { db, secrets } = it.opened
  await standIn(
    () => ({ json: { errcode: 0 } }),
    async (url, asked) => {
      const { county } = it.cast.people.chief
      const robot = { channel: 'wecom', name: '东镇群', place: it.cast.places.eastTown, isOn: true }
      await putRobot(db, county, uuid(80), { ...robot, settings: secrets.seal(JSON.stringify({ address: url })) })
      await db.insertInto('noticeChannels').values({ county, channel: 'wecom', driver: 'wecom', settings: null }).execute()
      await manyLate(it, 9)
      await tell(db, late, address)
      await deliver(db, secrets, late, { chance: () => 0.5, address })

      expect(asked.map(({ body }) => JSON.parse(body.toString()).text.content)).toEqual([
        '9 件事项提醒\n有 9 件事项需要处理，请到工作台查看：http://localhost/desk/matters?view=late',
      ])
      const page = (await (await it.as('administrator').get('/api/notices/deliveries')).json()) as DeliveryPage
      expect(page.rows).toMatchObject([{ status: 'sent', title: '9 件事项提醒', body: expect.stringContaining('有 9 件事项') }])
    },
  )
})
