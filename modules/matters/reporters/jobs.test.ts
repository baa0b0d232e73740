import { expect } from 'vitest'
import { done, reported, uuid } from '#tests/matter.ts'
import { hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'
import { phoneKey } from '../file.server.ts'
import { forgetEnded, keyPhones } from './jobs.server.ts'

const days = (count: number) => new Date(Date.parse('2026-06-03T04:00:00.000Z') + count * 86_400_000).toISOString()
const contact = { name: '李大娘', phone: '13800011111' }
const kept = async ({ opened: { db } }: Served) =>
  (await db.selectFrom('reporters').select(['name', 'phone', 'phoneKey']).execute()).filter((row) => row.name || row.phone || row.phoneKey)
    .length
const erasedOf = async ({ opened: { db } }: Served, number: number) =>
  (await db.selectFrom('events').select('byPerson').where('subjectId', '=', uuid(number)).where('type', '=', 'erased').execute()).length
const ended = async (server: Served, number: number) => {
  await reported(server, number, { contact })
  await done(server, 'chief', uuid(number), { do: 'refuse', reason: '不归这里', channel: '供电所' })
}

served('names and numbers go when the county’s time is over, not before; the code and the matter stay', async (server) => {
  const { opened } = server
  const code = await reportedByResident(server, { ...contact })
  const { id } = await opened.db.selectFrom('matters').select('id').executeTakeFirstOrThrow()
  await done(server, 'chief', id, { do: 'refuse', reason: '不归这里', channel: '供电所' })

  expect(await forgetEnded(opened.db, days(179))).toBe(0)
  expect(await kept(server)).toBe(1)
  expect(await forgetEnded(opened.db, days(181))).toBe(1)
  expect(await kept(server)).toBe(0)
  expect(await forgetEnded(opened.db, days(200))).toBe(0)
  server.at(days(200))
  const { status, text } = await resident(server.app).open(`/t/${code}`)
  expect(status).toBe(200)
  expect(text).toContain('供电所')
})

served('nobody whose matter is still open is forgotten, however old it is', async (server) => {
  await reported(server, 1, { contact })
  await reported(server, 2, { contact })
  await done(server, 'chief', uuid(2), { do: 'settle', outcome: '清走了' })

  expect(await forgetEnded(server.opened.db, days(1000))).toBe(0)
  expect(await kept(server)).toBe(2)
})

served('a linked one is kept until the one it goes on in has ended that long ago', async (server) => {
  await reported(server, 1, { contact })
  await reported(server, 2)
  await done(server, 'chief', uuid(1), { do: 'link', to: uuid(2) })
  server.at(days(100))
  await done(server, 'chief', uuid(2), { do: 'refuse', reason: '不归这里', channel: '供电所' })

  expect(await forgetEnded(server.opened.db, days(279))).toBe(0)
  expect(await forgetEnded(server.opened.db, days(281))).toBe(1)
})

served('who joined is forgotten with the others; two processes at once forget each person once, and each file says so', async (server) => {
  await ended(server, 1)
  await ended(server, 2)
  await reported(server, 3, { contact, category: '0801' })
  const { open, send } = resident(server.app)
  const hidden = hiddenIn((await open(`/report?lane=${server.cast.places.lane}`)).text, 'report')
  await send('/report', { ...hidden, category: '0801', join: uuid(3), name: '王大爷' })
  await done(server, 'chief', uuid(3), { do: 'refuse', reason: '不归这里', channel: '供电所' })
  const both = await Promise.all([forgetEnded(server.opened.db, days(400)), forgetEnded(server.opened.db, days(400))])

  expect(both[0] + both[1]).toBe(4)
  expect(await kept(server)).toBe(0)
  expect([await erasedOf(server, 1), await erasedOf(server, 2), await erasedOf(server, 3)]).toEqual([1, 1, 2])
})

served('a county that keeps them shorter forgets them sooner', async (server) => {
  await ended(server, 1)
  const settings = { silenceDays: 7, reopenDays: 15, localDays: {} }
  const put = (forgetDays: number) =>
    server.as('administrator').put('/api/settings', JSON.stringify({ ...settings, forgetDays }), 'application/json')

  expect((await put(10)).status).toBe(422)
  expect((await put(60)).status).toBe(200)
  expect(await forgetEnded(server.opened.db, days(61))).toBe(1)
})

served('numbers from before there were keys get theirs; one that cannot be opened holds up nobody', async (server) => {
  const { db, secrets } = server.opened
  for (const number of [1, 2, 3]) await reported(server, number, { contact })
  await db.updateTable('reporters').set({ phoneKey: null }).execute()
  await db
    .updateTable('reporters')
    .set({ phone: Buffer.from('sealed with another secret, long lost') })
    .where('id', '=', uuid(1))
    .execute()

  expect(await keyPhones(db, secrets)).toBe(2)
  expect(await keyPhones(db, secrets)).toBe(0)
  const keys = await db.selectFrom('reporters').select('phoneKey').where('phoneKey', 'is not', null).execute()
  expect(keys.map((row) => row.phoneKey?.equals(phoneKey(contact.phone, secrets)))).toEqual([true, true])
})
