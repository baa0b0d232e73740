import { expect } from 'vitest'
import type { QueuePage } from '#modules/matters/reply.ts'
import { cast } from '#tests/cast.ts'
import { done, reported, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import { cookieOf } from '#tests/sign-in.ts'
import type { PersonView } from './wire.ts'

const { people, places, password } = cast

const newcomer = (change: object = {}) => ({ id: uuid(500), name: '新来的', phone: '13800080000', password: 'Xinlai-2026', ...change })
const postOf = async ({ as }: Pick<Served, 'as'>, who: Who) =>
  ((await (await as('administrator').get(`/api/people/${people[who].id}`)).json()) as PersonView).posts[0]!

served('five wrong passwords lock the number for a while; a right one then does not help', async ({ anybody }) => {
  const attempt = async (typed: string) =>
    (await (await anybody.post('/api/session', { phone: people.chief.phone, password: typed })).json()) as { refused: string }
  const answers = []
  for (let times = 0; times < 6; times++) answers.push((await attempt('Wrong-000')).refused)

  expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'sign_in.wrong'))
  expect(answers[5]).toBe('sign_in.locked')
  expect((await attempt(password)).refused).toBe('sign_in.locked')
})

served('a number nobody has is refused as a wrong password is', async ({ anybody }) => {
  const reply = await anybody.post('/api/session', { phone: '13900000000', password })

  expect([reply.status, await reply.json()]).toMatchObject([401, { refused: 'sign_in.wrong' }])
})

served('the session cookie cannot be read by a script nor sent from another site', async ({ anybody }) => {
  const reply = await anybody.post('/api/session', { phone: people.chief.phone, password })
  const [cookie = ''] = reply.headers.getSetCookie()

  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
})

served('a made-up or altered session is nobody', async ({ app }) => {
  const cookie = await cookieOf(app, people.chief.phone, password)
  for (const bad of ['maplebridge.session_token=abc', `${cookie.slice(0, -3)}xyz`])
    expect((await app.request('/api/me', { headers: { cookie: bad } })).status).toBe(401)
})

served('sessions are listed and ended; an ended one is nobody', async ({ app, as }) => {
  const other = await cookieOf(app, people.chief.phone, password)
  const sessions = (await (await as('chief').get('/api/sessions')).json()) as { id: string; isThis: boolean }[]
  await as('chief').delete('/api/sessions')

  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
  expect(sessions).toHaveLength(2)
  expect((await app.request('/api/me', { headers: { cookie: other } })).status).toBe(401)
  expect((await as('chief').get('/api/me')).status).toBe(200)
})

served('a session ends by itself after its time', async ({ app, at }) => {
  const cookie = await cookieOf(app, people.chief.phone, password)
  const mine = async () => (await app.request('/api/me', { headers: { cookie } })).status
  expect(await mine()).toBe(200)
  at('2027-06-03T04:00:00.000Z')

  expect(await mine()).toBe(401)
})

served('a changed password ends the other sessions, and must be a good one', async ({ app, as }) => {
  const other = await cookieOf(app, people.chief.phone, password)
  const weak = await as('chief').post('/api/me/password', { current: password, next: 'aaaaaaaa' })
  const wrong = await as('chief').post('/api/me/password', { current: 'Nonsense-1', next: 'Better-2026' })
  const good = await as('chief').post('/api/me/password', { current: password, next: 'Better-2026' })

  expect([weak.status, wrong.status, good.status]).toEqual([422, 422, 200])
  expect((await app.request('/api/me', { headers: { cookie: other } })).status).toBe(401)
  await cookieOf(app, people.chief.phone, 'Better-2026')
})

served('nobody but an administrator adds people or grants posts, and none to themselves', async ({ as }) => {
  const post = { id: uuid(600), role: 'lane_chief', place: places.vacantLane }
  for (const who of ['chief', 'official', 'township', 'centre', 'auditor', 'nobody'] as const) {
    expect((await as(who).post('/api/people', newcomer())).status).toBe(403)
    expect([403, 404]).toContain((await as(who).post(`/api/people/${people.nobody.id}/posts`, post)).status)
  }
  expect(await (await as('administrator').post(`/api/people/${people.administrator.id}/posts`, post)).json()).toMatchObject({
    refused: 'post.own',
  })
})

served('a post of the wrong level, a department without its name, and powers that must be apart are refused', async ({ as }) => {
  const grant = async (who: Who, post: object) =>
    (await (await as('administrator').post(`/api/people/${people[who].id}/posts`, { id: uuid(601), ...post })).json()) as object

  expect(await grant('nobody', { role: 'lane_chief', place: places.village })).toMatchObject({ refused: 'post.level' })
  expect(await grant('nobody', { role: 'department_officer', place: places.county })).toMatchObject({ refused: 'post.department' })
  expect(await grant('chief', { role: 'auditor', place: places.county })).toMatchObject({ refused: 'post.apart' })
  expect(await grant('chief', { role: 'lane_chief', place: places.lane })).toMatchObject({ refused: 'post.duplicate' })
  expect(await grant('chief', { role: 'lane_chief', place: places.farLane })).toMatchObject({ refused: 'not_permitted' })
})

served('a newcomer signs in, must change the password first, then sees their lane', async ({ app, as }) => {
  const post = { id: uuid(602), role: 'lane_chief', place: places.vacantLane }
  const added = await as('administrator').post('/api/people', newcomer({ post }))
  const again = await as('administrator').post('/api/people', newcomer({ post }))
  const cookie = await cookieOf(app, '13800080000', 'Xinlai-2026')
  const early = await app.request('/api/matters', { headers: { cookie } })

  expect([added.status, again.status, early.status]).toEqual([201, 200, 409])
  expect(await early.json()).toMatchObject({ refused: 'password.must_change' })
  await app.request('/api/me/password', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ current: 'Xinlai-2026', next: 'Qiaotou-2026' }),
  })
  expect((await app.request('/api/matters', { headers: { cookie } })).status).toBe(200)
})

served('a telephone number that somebody has is refused', async ({ as }) => {
  const reply = await as('administrator').post('/api/people', newcomer({ phone: people.chief.phone }))

  expect(await reply.json()).toMatchObject({ refused: 'person.phone_taken' })
})

served('when the only lane chief leaves, open work moves up and nothing waits on an empty chair', async ({ as }) => {
  await reported({ as }, 1)
  await reported({ as }, 2)
  await done({ as }, 'chief', uuid(2), { do: 'accept' })
  const { id } = await postOf({ as }, 'chief')
  const reply = await as('administrator').post(`/api/people/${people.chief.id}/posts/${id}/end`, {})

  expect(await reply.json()).toMatchObject({ moved: 2 })
  const { rows } = (await (await as('official').get('/api/matters?view=todo')).json()) as QueuePage
  expect(rows.map(({ matter }) => matter.holderRole)).toEqual(['village_official', 'village_official'])
  expect((await as('chief').get(`/api/matters/${uuid(1)}`)).status).toBe(404)
})

served('handed over, the post and its open work go to the successor, and what was accepted stays accepted', async ({ as }) => {
  await reported({ as }, 1)
  await done({ as }, 'chief', uuid(1), { do: 'accept' })
  const { id } = await postOf({ as }, 'chief')
  const reply = await as('administrator').post(`/api/people/${people.chief.id}/posts/${id}/hand-over`, {
    to: people.nobody.id,
    postId: uuid(700),
  })

  expect(await reply.json()).toMatchObject({ moved: 1 })
  const { rows } = (await (await as('nobody').get('/api/matters?view=todo')).json()) as QueuePage
  expect(rows.map(({ matter }) => [matter.status, matter.worker])).toEqual([['working', people.nobody.id]])
})

served('only the auditor reads the trail', async ({ as }) => {
  for (const who of ['chief', 'centre', 'administrator', 'nobody'] as const) expect((await as(who).get('/api/audit')).status).toBe(403)
  expect((await as('auditor').get('/api/audit')).status).toBe(200)
})

served('guesses sent all at once are no more than guesses one by one', async ({ anybody }) => {
  const attempt = async (typed: string) =>
    ((await (await anybody.post('/api/session', { phone: people.chief.phone, password: typed })).json()) as { refused?: string }).refused ??
    'in'
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => attempt(index === 19 ? password : `Wrong-${index}00`)))

  expect(answers.filter((answer) => answer !== 'sign_in.locked').length).toBeLessThanOrEqual(5)
})

served('two people with one new number at once: one is added, the other is told', async ({ as }) => {
  const replies = await Promise.all([510, 511].map((number) => as('administrator').post('/api/people', newcomer({ id: uuid(number) }))))

  expect(replies.map(({ status }) => status).sort()).toEqual([201, 409])
})

served('a post at a place or in a department that is not there, or with a term that is none, is refused', async ({ as }) => {
  const grant = async (post: object) =>
    (await as('administrator').post(`/api/people/${people.nobody.id}/posts`, { id: uuid(620), ...post })).json() as Promise<object>

  expect(await grant({ role: 'lane_chief', place: `${places.grid}777` })).toMatchObject({ refused: 'place.seat_missing' })
  expect(await grant({ role: 'department_officer', place: places.county, department: 'nosuch' })).toMatchObject({
    refused: 'place.seat_missing',
  })
  expect(await grant({ role: 'lane_chief', place: places.vacantLane, until: '2026-06-03' })).toMatchObject({ refused: 'post.term' })
})

served('a post with a term begins and ends by itself', async ({ as, at }) => {
  const post = { id: uuid(621), role: 'lane_chief', place: places.vacantLane, since: '2026-06-10', until: '2026-07-01' }
  await as('administrator').post(`/api/people/${people.nobody.id}/posts`, post)
  const sees = async () => (await as('nobody').get(`/api/places/${places.vacantLane}`)).status

  expect(await sees()).toBe(404)
  at('2026-06-12T04:00:00.000Z')
  expect(await sees()).toBe(200)
  at('2026-07-01T04:00:00.000Z')
  expect(await sees()).toBe(404)
  expect(await (await as('administrator').post(`/api/people/${people.nobody.id}/posts`, { ...post, id: uuid(622) })).json()).toHaveProperty(
    'refused',
  )
})

served('a hand-over sent again, after its answer was lost, is answered as the first', async ({ as }) => {
  const { id } = await postOf({ as }, 'chief')
  const send = () =>
    as('administrator').post(`/api/people/${people.chief.id}/posts/${id}/hand-over`, { to: people.nobody.id, postId: uuid(700) })

  expect([(await send()).status, (await send()).status]).toEqual([200, 200])
})

served('the auditor finds who did what on a day, and about whom', async ({ as }) => {
  await as('administrator').post('/api/people', newcomer())
  const { rows } = (await (await as('auditor').get('/api/audit?action=person.added&since=2026-06-03&until=2026-06-03')).json()) as {
    rows: { byName: string; personName: string }[]
  }

  expect(rows.map(({ byName, personName }) => [byName, personName])).toEqual([[people.administrator.name, '新来的']])
  expect((await as('auditor').get('/api/audit?after=a~b')).status).toBe(422)
})
