import { sql } from 'kysely'
import { expect } from 'vitest'
import { li, mediated, settled, term, zhao } from '#tests/dispute.ts'
import { envelope, uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { Claim } from '../reply.ts'

const note = '2026-06-03'

/** A file from its registration to the mediator's claim. */
async function claimed(it: Served, number = 1): Promise<string> {
  const id = await closed(it, number)
  await mediated(it, 'mediator', id, { do: 'claim', grade: 'ordinary' })
  return id
}

async function closed(it: Served, number: number, change: object = {}): Promise<string> {
  const { dispute } = await settled(it, number, change)
  const parties = [li.id, zhao.id]
  await mediated(it, 'mediator', dispute.id, { do: 'perform', term: term.id, on: note, words: '' })
  const said = { performance: 'done', satisfaction: 'satisfied', danger: false, notes: '都好了' }
  await mediated(it, 'mediator', dispute.id, { do: 'revisit', revisit: uuid(913), on: note, parties, ...said })
  await mediated(it, 'mediator', dispute.id, { do: 'close', note: '已履行' })
  return dispute.id
}
const list = async ({ as }: Served, who: Who, state = 'waiting') =>
  (await (await as(who).get(`/api/disputes/claims?state=${state}`)).json()) as Claim[]
const decide = ({ as }: Served, who: Who, id: string, command: object = { do: 'decideClaim', isGranted: true, reason: '' }) =>
  as(who).post(`/api/disputes/${id}/claim`, envelope(command))
/** Chance draws by the file's id; here it is chosen. */
const drawn = ({ opened }: Served, isSampled: boolean) =>
  sql`update disputes set allowance = jsonb_set(allowance, '{isSampled}', ${String(isSampled)}::jsonb)`.execute(opened.db)

served('nobody but the judicial office above finds a claim, and nobody decides their own', async (it) => {
  const id = await claimed(it)
  for (const who of [
    'mediator',
    'mediationHead',
    'otherMediator',
    'township',
    'westJudicial',
    'justice',
    'centre',
    'farJudicial',
    'auditor',
  ] as const) {
    expect([who, await list(it, who)]).toEqual([who, []])
    expect([who, (await decide(it, who, id)).status]).toEqual([who, 404])
  }
})

served('what is not about a claim cannot be done to a file this way', async (it) => {
  const id = await claimed(it)
  for (const command of [
    { do: 'comment', words: '看看' },
    { do: 'archive', retention: 'ten', shelf: '' },
    { do: 'claim', grade: 'major' },
  ])
    expect([command.do, (await decide(it, 'judicial', id, command)).status]).toEqual([command.do, 422])
})

served('a claim that was drawn is not granted before the call, and whose numbers were shown is recorded', async (it) => {
  const id = await claimed(it)
  await drawn(it, true)

  const [claim] = await list(it, 'judicial')
  expect(claim).toMatchObject({
    isSampled: true,
    parties: [
      { name: '李大山', phone: '13800071001' },
      { name: '赵小河', phone: '13800071002' },
    ],
  })
  expect(await (await it.as('auditor').get('/api/audit')).text()).toContain('dispute.partiesCalled')
  expect(((await (await decide(it, 'judicial', id)).json()) as { refused: string }).refused).toBe('dispute.call_first')

  const called = (await (await decide(it, 'judicial', id, { do: 'callBack', result: 'confirmed', words: '属实' })).json()) as Claim
  expect(called).toMatchObject({ calledBack: 'confirmed', parties: [] })
  expect((await decide(it, 'judicial', id)).status).toBe(200)
})

served('the office grants a claim without seeing what the file says, and it is paid once', async (it) => {
  const id = await claimed(it)
  await drawn(it, false)

  const text = JSON.stringify(await list(it, 'judicial'))
  for (const word of ['李大山', '滴水', '138000']) expect([word, text.includes(word)]).toEqual([word, false])
  expect(await list(it, 'judicial')).toMatchObject([
    { id, number: '(2026)河湾村人调字第1号', grade: 'ordinary', isComplete: true, fen: 10_000, claimedByName: '华调解', isGranted: null },
  ])
  expect((await it.as('judicial').get(`/api/disputes/${id}`)).status).toBe(404)

  expect(((await (await decide(it, 'judicial', id)).json()) as Claim).isGranted).toBe(true)
  expect(((await (await decide(it, 'judicial', id)).json()) as { refused: string }).refused).toBe('dispute.claim_decided')
  expect([(await list(it, 'judicial')).length, (await list(it, 'judicial', 'decided')).length]).toEqual([0, 1])
})

served('one quarrel is not claimed twice, though two files were opened about it; another quarrel of the same people is', async (it) => {
  await claimed(it)
  const again = await closed(it, 2, { type: '0299', occurredOn: '2026-05-20' })
  const other = await closed(it, 3, { type: '0804' })
  const claim = (id: string) => it.as('mediator').post(`/api/disputes/${id}/commands`, envelope({ do: 'claim', grade: 'simple' }))

  expect(await (await claim(again)).json()).toEqual({ refused: 'dispute.claimed_elsewhere', facts: { number: '(2026)河湾村人调字第1号' } })
  expect((await claim(other)).status).toBe(200)
})
