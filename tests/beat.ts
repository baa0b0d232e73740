/** Work of a village's officer of the usual kind, through the real server. */
import type { RecordRow } from '#modules/beats/reply.ts'
import { cast } from './cast.ts'
import { envelope, uuid } from './matter.ts'
import type { Served, Who } from './server.ts'

const { places, people } = cast

export const heard = '老两口说儿子很久没有来电话'

export const visit = (change: object = {}) => ({
  ...{ kind: 'visit', lane: places.lane, house: '12', purpose: 'care', heard },
  ...change,
})

export const filing = (facts: object, change: object = {}) => ({ do: 'file', village: places.village, on: '2026-06-03', facts, ...change })

/** A record made, which must be allowed. */
export async function filed(
  { as }: Pick<Served, 'as'>,
  number: number,
  facts: object,
  change: object = {},
  by: Who = 'villagePolice',
): Promise<RecordRow> {
  const reply = await as(by).post(`/api/beats/records/${uuid(number)}/commands`, envelope(filing(facts, change)))
  if (!reply.ok) throw new Error(await reply.text())
  return (await reply.json()) as RecordRow
}

export const clue = (number: number, change: object = {}) => ({
  ...{
    id: uuid(number),
    village: places.village,
    on: '2026-06-03',
    words: '夜里有陌生货车卸货',
    source: '卖早点的王姐',
    unit: 'police',
    named: [people.station.id],
  },
  ...change,
})
