import { expect } from 'vitest'
import { cast } from '#tests/cast.ts'
import { consents, everyRoute, li, mediated, registered, secret, settled, zhao } from '#tests/dispute.ts'
import { uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'
import { textOf } from '#tests/workbook.ts'
import type { Figures } from './wire.ts'

const { places } = cast
const ask = ({ as }: Served, who: Who, query = '') => as(who).get(`/api/disputes/figures?year=2026${query}`)
const figures = async (it: Served, who: Who, query = '') => (await (await ask(it, who, query)).json()) as Figures
const bytes = async (reply: Response) => textOf(Buffer.from(await reply.arrayBuffer()))
/** The same two, in another file. */
const others = (number: number) => ({
  parties: [
    { ...li, id: uuid(number * 10 + 1) },
    { ...zhao, id: uuid(number * 10 + 2) },
  ],
})

served('who does not count disputes reads no figures, and nobody reads those of one village from above', async (it) => {
  for (const who of ['mediator', 'official', 'chief', 'housing', 'administrator', 'auditor', 'nobody'] as const)
    expect([who, (await ask(it, who)).status]).toEqual([who, 403])
  expect((await ask(it, 'westJudicial', `&place=${places.eastTown}`)).status).toBe(404)
  expect((await ask(it, 'nextHead', `&place=${places.village}`)).status).toBe(404)
  const reply = await ask(it, 'township', `&place=${places.village}`)
  expect([reply.status, ((await reply.json()) as { refused: string }).refused]).toEqual([409, 'dispute.figures_too_narrow'])
})

served('offices above are not told of one dispute, of whom nor of how much', async (it) => {
  await settled(it, 1, { fen: 12_345_678 })
  for (const who of ['township', 'judicial', 'justice', 'centre'] as const) {
    const text = await (await ask(it, who)).text()
    expect([who, text.includes('12345678')]).toEqual([who, false])
    expect((JSON.parse(text) as Figures).total, who).toEqual({
      ...{ disputes: 'small', succeeded: 'small', difficult: 0, involved: 'small', fen: 'small' },
    })
  }
})

served('the head reads the exact form of their own committee, and of no other', async (it) => {
  await settled(it, 1, { fen: 2_000_000, type: '0804' })
  await registered(it, 2, { ...others(2), isDifficult: true, involved: 7 })
  const { id } = await registered(it, 3, { ...others(3), source: 'police', referredBy: '东镇派出所' })
  await mediated(it, 'mediator', id, { do: 'decline', party: uuid(31), reason: '不愿意', routes: everyRoute })
  await mediated(it, 'mediator', id, { do: 'close', note: '当事人不愿调解' })
  await registered(it, 4, { ...others(4), committee: places.nextVillage, place: places.nextLane }, 'nextMediator')

  const form = await figures(it, 'mediationHead')
  expect(form).toMatchObject({ place: places.village, of: 'committee', placeName: '东镇 河湾村委会' })
  expect(form.total).toEqual({ disputes: 3, succeeded: 1, difficult: 1, involved: 11, fen: 2_000_000 })
  expect(form.types.find(({ code }) => code === 'contract')).toMatchObject({ name: '合同纠纷', disputes: 1, succeeded: 1, fen: 2_000_000 })
  expect(form.sources.find(({ code }) => code === 'police')!.disputes).toBe(1)
  expect(form.results.map(({ disputes }) => disputes)).toEqual([1, 0, 1, 0, 1])
  expect(form.agreements.map(({ disputes }) => disputes)).toEqual([1, 0])
  expect(form.committees.find(({ code }) => code === 'village')!.disputes).toBe(3)
})

served('six disputes of a town are six, with amounts in whole 万元', async (it) => {
  for (let number = 1; number <= 6; number++) await registered(it, number, { ...others(number), fen: 1_234_500 })
  const form = await figures(it, 'township')

  expect(form.total).toMatchObject({ disputes: 6, succeeded: 0, involved: 12, fen: 7_000_000 })
  expect(form.choices).toEqual([{ place: places.eastTown, name: '东镇', of: 'all' }])
  expect((await figures(it, 'justice')).choices.map(({ place }) => place)).toEqual([places.county, places.eastTown, places.westTown])
})

served('the form as a spreadsheet says what the screen says, and its taking is recorded', async (it) => {
  await settled(it, 1, { fen: 12_345_678 })
  const text = await bytes(await it.as('township').get('/api/disputes/figures/sheet?year=2026'))

  for (const wanted of ['2026年人民调解情况统计表', '&lt;5', '婚姻家庭纠纷', '赵乡镇'])
    expect([wanted, text.includes(wanted)]).toEqual([wanted, true])
  expect(text).not.toContain('12345678')
  expect(await (await it.as('auditor').get('/api/audit')).text()).toContain('disputes.exported')
})

served('the register’s spreadsheet holds only what its asker can open', async (it) => {
  await registered(it, 1, { parties: [{ ...li, identity: { ...li.identity, name: '=HYPERLINK("http://x")' } }, zhao] })
  await registered(it, 2, { ...others(2), committee: places.nextVillage, place: places.nextLane }, 'nextMediator')
  const sheet = async (who: Who, query = '') => bytes(await it.as(who).get(`/api/disputes/sheet?columns=number,title${query}`))

  for (const who of ['township', 'centre', 'justice', 'judicial', 'otherMediator', 'official', 'auditor'] as const)
    for (const word of [li.identity.name, secret, 'HYPERLINK']) expect([who, (await sheet(who)).includes(word)]).toEqual([who, false])

  const own = await sheet('mediator')
  for (const wanted of ['(2026)河湾村人调字第1号', '赵小河', '&apos;=HYPERLINK'])
    expect([wanted, own.replaceAll("'", '&apos;').includes(wanted)]).toEqual([wanted, true])
  expect(own).not.toContain('坡上村')
  expect(await sheet('mediator', '&status=closed')).not.toContain('河湾村人调字')
})

served('a file in another year’s count is not in this one’s', async (it) => {
  await registered(it, 1)
  for (const command of consents) await mediated(it, 'mediator', uuid(1), command)

  expect((await figures(it, 'mediationHead', '')).total.disputes).toBe(1)
  expect(((await (await it.as('mediationHead').get('/api/disputes/figures?year=2025')).json()) as Figures).total.disputes).toBe(0)
})
