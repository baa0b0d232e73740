import { expect } from 'vitest'
import type { MatterFile } from '#modules/matters/reply.ts'
import { done, envelope, reported, uuid } from '#tests/matter.ts'
import { hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const link = (to: number) => ({ do: 'link', to: uuid(to) })
const fileOf = async ({ as }: Served, number: number) =>
  (await (await as('chief').get(`/api/matters/${uuid(number)}`)).json()) as MatterFile
const typesOf = ({ events }: MatterFile) => events.map(({ type }) => type)

/** Three reports of one thing in one lane. */
async function three(server: Served) {
  for (const n of [1, 2, 3]) await reported(server, n)
}

served('what is linked stands in both files; undoing it restores the clock with what was left', async (server) => {
  await three(server)
  const { acceptBy } = (await fileOf(server, 1)).row.matter
  await done(server, 'chief', uuid(1), link(2))
  const [one, main] = [await fileOf(server, 1), await fileOf(server, 2)]

  expect(one.row.matter).toMatchObject({ status: 'linked', duplicateOf: uuid(2), dueBy: null })
  expect(main.duplicates.map(({ id }) => id)).toEqual([uuid(1)])
  server.at('2026-06-03T05:00:00.000Z')
  await done(server, 'chief', uuid(1), { do: 'unlink', reason: '不是一件事' })
  const { row } = await fileOf(server, 1)
  expect(row.matter).toMatchObject({ status: 'waiting', duplicateOf: null, pause: null })
  expect(row.matter.acceptBy >= acceptBy).toBe(true)
  expect(typesOf(await fileOf(server, 2)).slice(-2)).toEqual(['gained', 'lost'])
})

served('nothing is linked to what is linked, ended, itself, or out of sight', async (server) => {
  await three(server)
  await reported(server, 4, { place: server.cast.places.nextLane }, 'nextOfficial')
  await done(server, 'chief', uuid(1), link(2))
  const refusal = async (from: number, to: number) => {
    const reply = await server.as('chief').post(`/api/matters/${uuid(from)}/commands`, envelope(link(to)))
    return ((await reply.json()) as { refused: string }).refused
  }

  expect(await refusal(3, 1)).toBe('matter.main_linked')
  expect(await refusal(3, 3)).toBe('matter.own_duplicate')
  expect(await refusal(3, 4)).toBe('not_found')
  await done(server, 'chief', uuid(2), { do: 'refuse', reason: '不归这里', channel: '供电所' })
  expect(await refusal(3, 2)).toBe('matter.main_ended')
})

served('what had duplicates takes them along, so that there is never a chain; each file says what came and went', async (server) => {
  await three(server)
  await done(server, 'chief', uuid(1), link(2))
  const { pause } = (await fileOf(server, 1)).row.matter
  await done(server, 'chief', uuid(2), link(3))
  const [one, two, main] = [await fileOf(server, 1), await fileOf(server, 2), await fileOf(server, 3)]

  expect(one.row.matter).toMatchObject({ status: 'linked', duplicateOf: uuid(3), pause })
  expect(two.row.matter).toMatchObject({ status: 'linked', duplicateOf: uuid(3) })
  expect(main.duplicates.map(({ id }) => id).sort()).toEqual([uuid(1), uuid(2)])
  expect(typesOf(one)).toEqual(['reported', 'linked', 'linked'])
  expect(typesOf(two)).toEqual(['reported', 'gained', 'linked', 'lost'])
  expect(typesOf(main)).toEqual(['reported', 'gained', 'gained'])

  await done(server, 'chief', uuid(2), { do: 'unlink' })
  expect((await fileOf(server, 3)).duplicates.map(({ id }) => id)).toEqual([uuid(1)])
  await done(server, 'chief', uuid(1), { do: 'unlink' })
  expect((await fileOf(server, 1)).row.matter.status).toBe('waiting')
})

served('linked to each other at the same moment, one is the duplicate and the other goes on', async (server) => {
  await three(server)
  await Promise.all(
    [
      [1, 2],
      [2, 1],
      [3, 1],
      [1, 3],
    ].map(([from, to]) => server.as('chief').post(`/api/matters/${uuid(from!)}/commands`, envelope(link(to!)))),
  )
  const all = await server.opened.db.selectFrom('matters').select(['id', 'status', 'duplicateOf']).execute()
  const ends = new Map(all.map(({ id, status }) => [id, status]))

  expect(all.filter(({ status }) => status === 'waiting').length).toBeGreaterThan(0)
  expect(all.filter(({ status }) => status === 'linked').length).toBeGreaterThan(0)
  for (const { duplicateOf } of all) if (duplicateOf) expect(ends.get(duplicateOf as never)).toBe('waiting')
})

served('who reported a duplicate follows the one it goes on in, to the end', async (server) => {
  const code = await reportedByResident(server, { words: '路灯不亮' })
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  await reported(server, 2, { category: '0801' })
  await reported(server, 3, { category: '0801' })
  await done(server, 'chief', id, link(2))
  await done(server, 'chief', uuid(2), link(3))
  await done(server, 'chief', uuid(3), { do: 'settle', outcome: '换了灯泡' })
  const { text } = await resident(server.app).open(`/t/${code}`)

  expect(text).toContain('一起办理')
  expect(text).toContain('换了灯泡')
  expect(text).not.toMatch(/id="(verify|reopen|withdraw)"/)
})

served('what others were linked to is not withdrawn over their heads, and the page does not offer it', async (server) => {
  const code = await reportedByResident(server, { category: '0401', words: '垃圾满了' })
  const { open, send } = resident(server.app)
  const before = hiddenIn((await open(`/t/${code}`)).text, 'withdraw')
  const { id } = await server.opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  await reported(server, 2)
  await done(server, 'chief', uuid(2), { do: 'link', to: id })

  const page = await open(`/t/${code}`)
  expect(page.text).not.toContain('id="withdraw"')
  const refused = await send(`/t/${code}`, { ...before, version: '' })
  expect(refused.text).toContain('不能撤回了')
  await done(server, 'chief', uuid(2), { do: 'unlink' })
  expect((await send(`/t/${code}`, { ...before, version: '' })).status).toBe(303)
})
