import { expect } from 'vitest'
import { numberOf } from '#modules/matters/number.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { hiddenIn, resident } from '#tests/resident.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { tell } from './tell.server.ts'
import type { Inbox } from './wire.ts'

const number = (n: number) => numberOf({ id: uuid(n) as never, reportedAt: noon })

/** Texts to residents about what was settled: whose row, and in which words. */
async function textsOf({ opened: { db } }: Served) {
  await tell(db, noon, 'http://localhost')
  return db.selectFrom('deliveries').select(['matterId', 'reporterId', 'body']).where('event', '=', 'settled').orderBy('id').execute()
}

const joins = async ({ app, cast }: Served, phone: string) => {
  const { open, send } = resident(app)
  const hidden = hiddenIn((await open(`/report?lane=${cast.places.lane}`)).text, 'report')
  expect((await send('/report', { ...hidden, category: '0401', words: '', join: uuid(1), phone })).status).toBe(303)
  return hidden['id']
}

served(
  'everybody behind a matter hears of its outcome, and of what was linked to it, by the number they know; nobody twice',
  async (served) => {
    await reported(served, 1, { contact: { phone: '13800011111' } })
    await reported(served, 2, { contact: { phone: '13800022222' } })
    await reported(served, 3, { contact: { phone: '13800011111' } })
    await reported(served, 4)
    const joiner = await joins(served, '13800033333')
    await joins(served, '13800022222')
    await joins(served, '13800011111')
    for (const n of [2, 3, 4]) await done(served, 'chief', uuid(n), { do: 'link', to: uuid(1) })
    await done(served, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })
    const texts = await textsOf(served)

    expect(texts.map(({ matterId, reporterId }) => [matterId, reporterId])).toContainEqual([uuid(1), uuid(1)])
    expect(texts.map(({ reporterId }) => reporterId)).toContain(joiner)
    expect(texts).toHaveLength(3)
    for (const { body } of texts) expect(body).not.toMatch(/138000/)
  },
)

served('who reported a duplicate reads the number of their own report', async (served) => {
  await reported(served, 1)
  await reported(served, 2, { contact: { phone: '13800022222' } })
  await done(served, 'chief', uuid(2), { do: 'link', to: uuid(1) })
  await done(served, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })
  const [text, ...more] = await textsOf(served)

  expect(more).toEqual([])
  expect(text).toMatchObject({ matterId: uuid(2), reporterId: uuid(2), body: expect.stringContaining(number(2)) })
})

served('what is unlinked again no longer hears of the other', async (served) => {
  await reported(served, 1)
  await reported(served, 2, { contact: { phone: '13800022222' } })
  await done(served, 'chief', uuid(2), { do: 'link', to: uuid(1) })
  await done(served, 'chief', uuid(2), { do: 'unlink' })
  await done(served, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })

  expect(await textsOf(served)).toEqual([])
})

/** News to residents, and to staff in their inbox, that is not that it was settled: whose matter, and what happened. */
async function newsOf({ opened: { db } }: Served) {
  await tell(db, noon, 'http://localhost')
  const texts = await db.selectFrom('deliveries').select(['matterId', 'event']).where('template', '=', 'endedFor').orderBy('id').execute()
  return texts.map(({ matterId, event }) => [event, matterId])
}

served('who was told that it goes on in another hears, too, when it goes on alone again', async (served) => {
  await reported(served, 1)
  await reported(served, 2, { contact: { phone: '13800022222' } })
  await done(served, 'chief', uuid(2), { do: 'link', to: uuid(1) })
  await done(served, 'chief', uuid(2), { do: 'unlink' })

  expect(await newsOf(served)).toEqual([
    ['linked', uuid(2)],
    ['unlinked', uuid(2)],
  ])
})

served('that a matter was voided is its outcome, and told; what else was granted is not', async (served) => {
  await reported(served, 1, { contact: { phone: '13800011111' } })
  await done(served, 'chief', uuid(1), { do: 'accept' })
  const decided = async (wish: object) => {
    const { row } = await done(served, 'chief', uuid(1), { do: 'apply', reason: '……', ...wish })
    await done(served, 'official', uuid(1), { do: 'grant', application: row.matter.application!.id })
  }
  await decided({ kind: 'extension', days: 3 })
  expect(await newsOf(served)).toEqual([])
  await decided({ kind: 'voiding' })
  expect(await newsOf(served)).toEqual([['granted', uuid(1)]])
})

served('the member of staff who filed a duplicate hears of the outcome by the number they know', async (served) => {
  await reported(served, 1)
  await reported(served, 2, { source: 'staff' }, 'gridWorker')
  await done(served, 'township', uuid(2), { do: 'link', to: uuid(1) })
  await done(served, 'chief', uuid(1), { do: 'settle', outcome: '清走了' })
  await tell(served.opened.db, noon, 'http://localhost')
  const { rows } = (await (await served.as('gridWorker').get('/api/notices')).json()) as Inbox

  expect(rows.map(({ title, matterId }) => [title, matterId])).toContainEqual(['您反映的事已办结', uuid(2)])
  expect(rows.find(({ title }) => title === '您反映的事已办结')?.body).toContain(number(2))
})
