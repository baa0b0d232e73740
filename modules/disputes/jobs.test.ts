import { expect } from 'vitest'
import { consents, mediated, registered, settled, term } from '#tests/dispute.ts'
import { envelope } from '#tests/matter.ts'
import { type Served, served } from '#tests/server.ts'
import { remind } from './jobs.server.ts'
import type { DisputeFile } from './reply.ts'

const reminders = async ({ as }: Served, id: string) =>
  ((await (await as('mediator').get(`/api/disputes/${id}`)).json()) as DisputeFile).events.flatMap((event) =>
    event.type === 'reminded' ? [`${event.what} ${event.on}`] : [],
  )
const at = (day: string) => `2026-${day}T01:00:00.000Z`

served('nothing is reminded of before its day', async (it) => {
  await settled(it, 1)

  expect(await remind(it.opened.db, at('06-16'))).toBe(0)
})

served('promises, the visit and the way to court are each reminded of once, though two processes look at the same time', async (it) => {
  const { dispute } = await settled(it, 1)
  const days = ['06-17', '06-18', '06-21', '06-23', '06-30', '07-20']
  for (const day of days) await Promise.all([remind(it.opened.db, at(day)), remind(it.opened.db, at(day))])

  expect(await reminders(it, dispute.id)).toEqual([
    'termSoon 2026-06-17',
    'revisit 2026-06-18',
    'termLate 2026-06-21',
    'courtSoon 2026-06-23',
    'courtSoon 2026-06-30',
  ])
})

served('what was done meanwhile is not reminded of, and a comment moves nothing', async (it) => {
  const { dispute } = await settled(it, 1)
  await mediated(it, 'mediator', dispute.id, { do: 'comment', words: '打过电话' })
  await mediated(it, 'mediator', dispute.id, { do: 'perform', term: term.id, on: '2026-06-03', words: '' })
  await remind(it.opened.db, at('07-20'))

  expect(await reminders(it, dispute.id)).toEqual(['revisit 2026-06-18'])
})

served('thirty days to settle: near, then over; a preventive measure that is missing', async (it) => {
  const { id } = await registered(it, 1)
  for (const command of [...consents, { do: 'noteSigns', signs: ['weapon'] }]) await mediated(it, 'mediator', id, command)
  await remind(it.opened.db, at('06-05'))
  await remind(it.opened.db, at('07-01'))
  await remind(it.opened.db, at('07-10'))

  expect(await reminders(it, id)).toEqual(['preventLate 2026-06-04', 'settleSoon 2026-06-30', 'settleLate 2026-07-04'])
  expect((await it.as('mediator').post(`/api/disputes/${id}/commands`, envelope({ do: 'prevent', words: '民警上门' }))).status).toBe(200)
})
