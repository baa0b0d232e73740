import { expect } from 'vitest'
import type { MatterFile } from '#modules/matters/reply.ts'
import { cast } from '#tests/cast.ts'
import { agreement, everyRoute, li, mediated, registered, registration, secret, session, settled, term, zhao } from '#tests/dispute.ts'
import { envelope, uuid } from '#tests/matter.ts'
import { picture } from '#tests/picture.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { CalendarEntry, Committee, Counts, DisputeFile, Register } from './reply.ts'

const { places, people } = cast

const answer = async (reply: Response | Promise<Response>) => {
  const it = await reply
  return [it.status, ((await it.json()) as { refused?: string }).refused]
}
const file = async ({ as }: Served, who: Who, id: string) => (await (await as(who).get(`/api/disputes/${id}`)).json()) as DisputeFile
const _matterOf = async ({ as }: Served, who: Who, id: string) => (await (await as(who).get(`/api/matters/${id}`)).json()) as MatterFile

served('whoever is not named in a file finds nothing of it, whatever their rank', async (it) => {
  const { id } = await registered(it, 1)
  const others = [
    'chief',
    'official',
    'township',
    'judicial',
    'centre',
    'justice',
    'auditor',
    'administrator',
    'otherMediator',
    'nextHead',
    'farHead',
  ] as const

  for (const who of others) {
    expect(await answer(it.as(who).get(`/api/disputes/${id}`)), who).toEqual([404, 'not_found'])
    expect(await answer(it.as(who).post(`/api/disputes/${id}/commands`, envelope({ do: 'comment', words: '看看' }))), who).toEqual([
      404,
      'not_found',
    ])
    const list = await it.as(who).get(`/api/disputes?search=${encodeURIComponent('李大山')}`)
    expect(((await list.json()) as Register).rows, who).toEqual([])
  }
})

served('a mediator cannot register for the committee next door, nor anybody in another county', async ({ as }) => {
  expect(await answer(as('nextMediator').post('/api/disputes', registration(1)))).toEqual([403, 'not_permitted'])
  expect(await answer(as('farMediator').post('/api/disputes', registration(1)))).toEqual([422, 'place.unknown'])
  expect(await answer(as('nobody').post('/api/disputes', registration(1)))).toEqual([403, 'not_permitted'])
})

served('bad input is refused by name, and no number is used up', async ({ as }) => {
  expect(await answer(as('mediator').post('/api/disputes', registration(1, { type: '0188' })))).toEqual([409, 'dispute.type_unknown'])
  expect(await answer(as('mediator').post('/api/disputes', registration(1, { source: 'court' })))).toEqual([409, 'dispute.referrer'])
  expect(await answer(as('mediator').post('/api/disputes', registration(1, { occurredOn: '2027-01-01' })))).toEqual([
    409,
    'dispute.day_ahead',
  ])
  expect(await answer(as('mediator').post('/api/disputes', registration(1, { place: '149901100201001999' })))).toEqual([
    422,
    'place.unknown',
  ])
  expect((await as('mediator').post('/api/disputes', registration(1, { summary: '', parties: [{ id: 'x' }] }))).status).toBe(422)
  expect((await (await as('mediator').post('/api/disputes', registration(1))).json()) as object).toMatchObject({
    number: '(2026)河湾村人调字第1号',
    isMine: true,
  })
})

served('numbers run on without a gap, each once, though many are registered at the same time', async ({ as }) => {
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) => as('mediator').post('/api/disputes', registration(index + 1, { parties: [] }))),
  )
  const numbers = await Promise.all(replies.map(async (reply) => ((await reply.json()) as { number: string }).number))

  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 8 }, (_, index) => `(2026)河湾村人调字第${index + 1}号`)))
})

served('a registration and a command sent twice, and twenty times at once, happen once', async (it) => {
  const first = await registered(it, 1)
  expect(await registered(it, 1)).toEqual(first)
  const inform = envelope({ do: 'inform', party: li.id, on: '2026-06-03' })
  const replies = await Promise.all(Array.from({ length: 20 }, () => it.as('mediator').post(`/api/disputes/${first.id}/commands`, inform)))

  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect((await file(it, 'mediator', first.id)).dispute.version).toBe(2)
})

served('art. 17: after a clear refusal nothing of mediation happens', async (it) => {
  const { id } = await registered(it, 1)
  await mediated(it, 'mediator', id, { do: 'decline', party: zhao.id, reason: '', routes: everyRoute })

  for (const command of [{ do: 'accept' }, session, agreement, { do: 'consent', party: zhao.id }])
    expect(await answer(it.as('mediator').post(`/api/disputes/${id}/commands`, envelope(command)))).toEqual([409, 'dispute.declined'])
})

served('a file goes its whole way: agreed, signed, performed, visited, closed, archived', async (it) => {
  const before = await settled(it, 1)
  expect(before.dispute).toMatchObject({ status: 'performing', agreement: { effectiveOn: '2026-06-03' } })
  const { id } = before.dispute
  await mediated(it, 'mediator', id, { do: 'perform', term: term.id, on: '2026-06-03', words: '改好了' })
  expect(await answer(it.as('mediator').post(`/api/disputes/${id}/commands`, envelope({ do: 'close', note: '两家和好' })))).toEqual([
    409,
    'dispute.incomplete',
  ])
  await mediated(it, 'mediator', id, {
    do: 'revisit',
    revisit: uuid(920),
    on: '2026-06-03',
    parties: [li.id],
    performance: 'done',
    satisfaction: 'satisfied',
    danger: false,
    notes: '满意',
  })
  await mediated(it, 'mediator', id, { do: 'close', note: '两家和好' })
  expect(
    await answer(it.as('mediator').post(`/api/disputes/${id}/commands`, envelope({ do: 'archive', retention: 'thirty', shelf: '' }))),
  ).toEqual([409, 'dispute.not_head'])
  const after = await mediated(it, 'mediationHead', id, { do: 'archive', retention: 'thirty', shelf: '一柜二格' })

  expect(after.dispute.status).toBe('archived')
  expect(after.events.map(({ type }) => type)).toEqual([
    ...[
      'registered',
      'informed',
      'informed',
      'paperChecked',
      'paperChecked',
      'consented',
      'consented',
      'accepted',
      'held',
      'agreed',
      'signed',
    ],
    ...['performed', 'revisited', 'closed', 'archived'],
  ])
})

served('names and numbers are sealed in the database, and in no event', async (it) => {
  await registered(it, 1)
  const { rows } = await it.opened.db
    .selectFrom('events')
    .selectAll()
    .execute()
    .then((rows) => ({ rows }))
  const identities = await it.opened.db.selectFrom('disputeIdentities').selectAll().execute()

  expect(JSON.stringify(rows)).not.toContain('李大山')
  expect(identities).toHaveLength(2)
  expect(identities.every(({ identity }) => !identity.toString('utf8').includes('李大山'))).toBe(true)
  expect((await file(it, 'mediator', uuid(1))).identities[li.id]).toMatchObject({ name: '李大山', phone: '13800071001' })
})

served('every opening is recorded, and the head sees by whom', async (it) => {
  const { id } = await registered(it, 1)
  await file(it, 'mediator', id)
  expect((await file(it, 'mediator', id)).openings).toBeNull()

  expect((await file(it, 'mediationHead', id)).openings?.map(({ byName }) => byName)).toEqual(['严主任', '华调解', '华调解'])
})

served('an office finds a file once it was referred up to it, and not before', async (it) => {
  const { id } = await registered(it, 1)
  expect(await answer(it.as('judicial').get(`/api/disputes/${id}`))).toEqual([404, 'not_found'])
  await mediated(it, 'mediator', id, { do: 'referUp', role: 'judicial_officer', place: places.eastTown, reason: '请指导' })

  expect((await file(it, 'judicial', id)).dispute.id).toBe(id)
  expect(await answer(it.as('westJudicial').get(`/api/disputes/${id}`))).toEqual([404, 'not_found'])
  expect(await answer(it.as('judicial').post(`/api/disputes/${id}/commands`, envelope({ do: 'accept' })))).toEqual([
    409,
    'dispute.not_mediator',
  ])
})

served('a mediator who left the committee finds their files no more', async (it) => {
  const { id } = await registered(it, 1)
  await it.opened.db.updateTable('posts').set({ until: '2026-06-03' }).where('personId', '=', people.mediator.id).execute()

  expect(await answer(it.as('mediator').get(`/api/disputes/${id}`))).toEqual([404, 'not_found'])
})

served('a picture of a file is seen by those who can open it, and by nobody else', async (it) => {
  const { id } = await registered(it, 1)
  await it.as('mediator').put(`/api/photos/${uuid(50)}`, await picture(), 'image/png')
  await mediated(it, 'mediator', id, { do: 'attach', piece: uuid(51), kind: 'evidence', title: '院墙照片', photos: [uuid(50)] })

  expect((await it.as('mediationHead').get(`/api/photos/${uuid(50)}`)).status).toBe(200)
  expect((await it.as('official').get(`/api/photos/${uuid(50)}`)).status).toBe(404)
  expect((await it.as('otherMediator').get(`/api/photos/${uuid(50)}`)).status).toBe(404)
  expect(
    await answer(
      it
        .as('mediator')
        .post(
          `/api/disputes/${id}/commands`,
          envelope({ do: 'attach', piece: uuid(52), kind: 'evidence', title: '再来一次', photos: [uuid(50)] }),
        ),
    ),
  ).toEqual([404, 'photo.unknown'])
})

served('the register is searched by name, number and words; the calendar shows what is due', async (it) => {
  const { dispute } = await settled(it, 1)
  await registered(it, 2, { parties: [], summary: '两兄弟分家' })
  const found = async (search: string) =>
    ((await (await it.as('mediationHead').get(`/api/disputes?search=${encodeURIComponent(search)}`)).json()) as Register).rows.map(
      (row) => row.title,
    )

  expect(await found('赵小河')).toEqual(['李大山、赵小河 用水排水通行通风采光'])
  expect(await found('分家')).toHaveLength(1)
  expect(await found('2')).toHaveLength(1)
  expect(
    (await (await it.as('mediator').get('/api/disputes/calendar?from=2026-06-01&until=2026-07-31')).json()) as CalendarEntry[],
  ).toMatchObject([
    { number: '(2026)河湾村人调字第2号', what: 'acceptLate', on: '2026-06-06' },
    { id: dispute.id, what: 'revisit', on: '2026-06-18' },
    { id: dispute.id, what: 'termLate', on: '2026-06-21' },
    // Thirty days after the third of June: the last day for the court, not the days on which it is reminded of.
    { id: dispute.id, what: 'courtSoon', on: '2026-07-03' },
  ])
  expect((await (await it.as('mediator').get('/api/disputes/counts')).json()) as Counts).toEqual({ open: 1, due: 1, danger: 0, claims: 0 })
})

served('committees are offered where one may register', async ({ as }) => {
  const of = async (who: Who) => ((await (await as(who).get('/api/disputes/committees')).json()) as Committee[]).map(({ place }) => place)

  expect(await of('chief')).toEqual([places.eastTown, places.village])
  expect(await of('township')).toEqual([places.eastTown, places.village, places.nextVillage])
  expect(await of('auditor')).toEqual([])
})

served('who steps back is answered without the file, also when the answer was lost; and finds it no more', async (it) => {
  const { id } = await registered(it, 1)
  const recuse = envelope({ do: 'recuse', mediator: people.mediator.id, askedBy: 'mediator', reason: '是当事人的表弟' })
  const texts = []
  for (let count = 0; count < 2; count++) {
    const reply = await it.as('mediator').post(`/api/disputes/${id}/commands`, recuse)
    texts.push([reply.status, await reply.text()])
  }

  for (const [status, text] of texts) {
    expect(status).toBe(200)
    for (const word of [secret, li.identity.phone, '表弟']) expect(text).not.toContain(word)
  }
  expect(await answer(it.as('mediator').get(`/api/disputes/${id}`))).toEqual([404, 'not_found'])
})
