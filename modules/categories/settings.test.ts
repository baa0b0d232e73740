import { expect } from 'vitest'
import type { MatterFile } from '#modules/matters/reply.ts'
import { reported } from '#tests/matter.ts'
import { served } from '#tests/server.ts'
import { categories } from './categories.ts'

const {
  code: _code,
  parent: _parent,
  name: _name,
  nameEn: _nameEn,
  ask: _ask,
  askEn: _askEn,
  goesAround: _around,
  ...rubbish
} = categories.find(({ code }) => code === '0401')!
const slower = {
  ...rubbish,
  limits: { ...rubbish.limits, lane: { accept: { minutes: 900, runs: 'working' }, settle: { minutes: 2250, runs: 'working' } } },
}
const path = '/api/catalogue/categories/0401'

served('limits that cannot be are refused with the field, and nothing changes', async ({ as, opened: { db } }) => {
  const wrong: [object, string][] = [
    [{ ...rubbish, ladder: [] }, 'ladder'],
    [{ ...rubbish, ladder: ['auditor'] }, 'ladder.0'],
    [
      {
        ...rubbish,
        limits: { ...rubbish.limits, town: { accept: { minutes: 0, runs: 'working' }, settle: { minutes: 60, runs: 'working' } } },
      },
      'limits.town.accept.minutes',
    ],
    [{ ...rubbish, limits: { lane: rubbish.limits.lane } }, 'limits.village'],
    [{ ...rubbish, isPublic: true, isRestricted: true }, 'isPublic'],
    [{ ...rubbish, nearMetres: 1.5 }, 'nearMetres'],
  ]
  for (const [body, field] of wrong) {
    const reply = await as('administrator').put(path, JSON.stringify(body), 'application/json')
    expect(reply.status).toBe(422)
    expect(((await reply.json()) as { facts: { issues: { field: string }[] } }).facts.issues.map((issue) => issue.field)).toContain(field)
  }
  const unknown = await as('administrator').put(path, JSON.stringify({ ...rubbish, department: 'nobody' }), 'application/json')
  expect(await unknown.json()).toMatchObject({ refused: 'department.unknown' })
  expect((await as('administrator').put('/api/catalogue/categories/0400', JSON.stringify(rubbish), 'application/json')).status).toBe(404)
  expect((await as('centre').put(path, JSON.stringify(rubbish), 'application/json')).status).toBe(403)
  expect(await db.selectFrom('audit').select('id').where('action', '=', 'category.changed').execute()).toEqual([])
})

served('new limits count from now on; what was promised stays, and the file has both', async ({ as }) => {
  const before = await reported({ as }, 1)
  expect((await as('administrator').put(path, JSON.stringify(slower), 'application/json')).status).toBe(200)

  const old = (await (await as('chief').get(`/api/matters/${before.row.matter.id}`)).json()) as MatterFile
  const fresh = await reported({ as }, 2)

  expect(old.row.matter).toMatchObject({ acceptBy: before.row.matter.acceptBy, settleBy: before.row.matter.settleBy })
  expect(old.events[0]).toMatchObject({ limits: rubbish.limits.lane })
  expect(old.around.category.limits.lane).toEqual(slower.limits.lane)
  expect(fresh.row.matter.settleBy > old.row.matter.settleBy).toBe(true)
})

served('a ladder that ends at the township is as deep as that, without a restart', async ({ as }) => {
  await as('administrator').put(path, JSON.stringify({ ...rubbish, ladder: ['village_official', 'township_officer'] }), 'application/json')
  const { row } = await reported({ as }, 1, {}, 'township')

  expect(row.matter).toMatchObject({ holderRole: 'village_official' })
})

served('local days move the promises made from then on', async ({ as }) => {
  const before = await reported({ as }, 1)
  const settings = { silenceDays: 7, reopenDays: 15, forgetDays: 180, localDays: { '2026-06-03': false, '2026-06-04': false } }
  expect((await as('administrator').put('/api/settings', JSON.stringify(settings), 'application/json')).status).toBe(200)
  expect(await (await as('administrator').get('/api/settings')).json()).toEqual(settings)

  expect((await reported({ as }, 2)).row.matter.acceptBy.slice(0, 10)).toBe('2026-06-05')
  expect(before.row.matter.acceptBy.slice(0, 10)).toBe('2026-06-03')
})

served('the settings are refused when a day is none, and to everybody but the administrator', async ({ as }) => {
  const wrong = await as('administrator').put(
    '/api/settings',
    JSON.stringify({ silenceDays: 0, reopenDays: 15, localDays: { '2026-02-31': true } }),
    'application/json',
  )
  expect(wrong.status).toBe(422)
  for (const who of ['centre', 'auditor', 'township', 'nobody'] as const) expect((await as(who).get('/api/settings')).status).toBe(403)
})
