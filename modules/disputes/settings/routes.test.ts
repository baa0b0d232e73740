import { expect } from 'vitest'
import { mediated, registered } from '#tests/dispute.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import type { TypeChoice } from '../reply.ts'
import { firstTable } from '../rules/allowance.ts'
import type { Settings } from './wire.ts'

const path = '/api/disputes/settings'
const put = ({ as }: Served, body: unknown, who: Who = 'administrator') => as(who).put(path, JSON.stringify(body), 'application/json')

served('nobody but the administrator reads or changes the settings', async (it) => {
  for (const who of ['mediationHead', 'judicial', 'justice', 'centre', 'auditor'] as const) {
    expect([who, (await it.as(who).get(path)).status]).toEqual([who, 403])
    expect([who, (await put(it, { types: {}, allowances: firstTable }, who)).status]).toEqual([who, 403])
  }
})

served('a type, a national type or an amount that there is not is refused', async (it) => {
  for (const wrong of [
    { types: { '0188': 'other' }, allowances: firstTable },
    { types: { '0101': 'divorce' }, allowances: firstTable },
    { types: {}, allowances: { ...firstTable, incompletePercent: 101 } },
    { types: {}, allowances: { ...firstTable, agreed: { ...firstTable.agreed, major: -1 } } },
  ])
    expect((await put(it, wrong)).status).toBe(422)
  expect(await (await it.as('administrator').get(path)).json()).toEqual({ types: {}, allowances: firstTable })
})

served('what is registered from now on counts as the county says; what was before stays', async (it) => {
  await registered(it, 1)
  const allowances = { ...firstTable, sampleOneIn: 3 }
  const reply = await put(it, { types: { '0201': 'environment', '0101': 'marriage_family' }, allowances })
  expect((await reply.json()) as Settings).toEqual({ types: { '0201': 'environment' }, allowances })

  const choices = (await (await it.as('mediator').get('/api/disputes/types')).json()) as TypeChoice[]
  expect(choices.find(({ code }) => code === '0201')?.nationalType).toBe('environment')
  const after = await registered(it, 2, { parties: [] })
  const file = await mediated(it, 'mediator', after.id, { do: 'comment', words: '登记好了' })
  expect([file.dispute.nationalType, file.nationalName, file.around.table.sampleOneIn]).toEqual(['environment', '环境污染纠纷', 3])
  const before = await it.as('mediationHead').get('/api/disputes/figures?year=2026')
  expect(await before.json()).toMatchObject({
    types: expect.arrayContaining([expect.objectContaining({ code: 'neighbours', disputes: 1 })]),
  })
})

served('a change is recorded with what was there before', async (it) => {
  await put(it, { types: { '0101': 'other' }, allowances: firstTable })
  const trail = await (await it.as('auditor').get('/api/audit')).text()

  expect(trail).toContain('disputes.settingsChanged')
})
