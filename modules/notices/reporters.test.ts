import { expect } from 'vitest'
import { numberOf } from '#modules/matters/number.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { hiddenIn, resident } from '#tests/resident.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { tell } from './tell.server.ts'

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
