/** A dispute of the usual kind, through the real server: two neighbours and a wall. */
import type { DisputeFile, Registered } from '#modules/disputes/reply.ts'
import { cast } from './cast.ts'
import { envelope, uuid } from './matter.ts'
import { picture } from './picture.ts'
import type { Served, Who } from './server.ts'

export const li = {
  id: uuid(901),
  kind: 'person',
  side: 'applicant',
  identity: { name: '李大山', phone: '13800071001', address: '槐树巷 3 号' },
} as const
export const zhao = { id: uuid(902), kind: 'person', side: 'respondent', identity: { name: '赵小河', phone: '13800071002' } } as const
export const secret = '两家为院墙滴水吵了三回'

/** Between the two neighbours; `change` replaces fields. */
export const registration = (number: number, change: object = {}) => ({
  commandId: uuid(number * 1000),
  id: uuid(number),
  committee: cast.places.village,
  place: cast.places.lane,
  source: 'application',
  type: '0201',
  scale: '01',
  occurredOn: '2026-06-01',
  involved: 2,
  summary: secret,
  wish: '请把滴水改到自家院里',
  parties: [li, zhao],
  ...change,
})

export async function registered(
  { as }: Pick<Served, 'as'>,
  number: number,
  change: object = {},
  by: Who = 'mediator',
): Promise<Registered> {
  const reply = await as(by).post('/api/disputes', registration(number, change))
  if (!reply.ok) throw new Error(await reply.text())
  return (await reply.json()) as Registered
}

/** Does something with a dispute, which must be allowed. */
export async function mediated({ as }: Pick<Served, 'as'>, who: Who, id: string, command: object): Promise<DisputeFile> {
  const reply = await as(who).post(`/api/disputes/${id}/commands`, envelope(command))
  if (!reply.ok) throw new Error(`${who} ${JSON.stringify(command)}: ${await reply.text()}`)
  return (await reply.json()) as DisputeFile
}

const both = [li.id, zhao.id]
export const term = { id: uuid(911), by: zhao.id, what: '把滴水管改到自家院里', way: '自己动手改', dueOn: '2026-06-20' }
export const everyRoute = ['arbitration', 'administrative', 'court']

/** The commands that bring a registered file to acceptance. */
export const consents = [
  ...both.map((party) => ({ do: 'inform', party, on: '2026-06-03' })),
  ...both.map((party) => ({ do: 'checkPaper', party, paper: 'idCard' })),
  ...both.map((party) => ({ do: 'consent', party })),
  { do: 'accept' },
]

export const session = {
  do: 'hold',
  session: uuid(912),
  startedAt: '2026-06-03T01:00:00.000Z',
  endedAt: '2026-06-03T02:00:00.000Z',
  where: '村委会调解室',
  parties: both,
  mediators: [cast.people.mediator.id],
  notes: secret,
}

export const agreement = {
  do: 'agree',
  form: 'written',
  facts: secret,
  issues: '滴水往哪里排',
  responsibility: '赵小河家的管子伸过了墙',
  terms: [term],
  on: '2026-06-03',
}

/** A file with an agreement that everybody has signed on paper. */
export async function settled(it: Pick<Served, 'as'>, number: number, change: object = {}): Promise<DisputeFile> {
  const { id } = await registered(it, number, change)
  for (const command of [...consents, session, agreement]) await mediated(it, 'mediator', id, command)
  const scan = uuid(number * 1000 + 1)
  await it.as('mediator').put(`/api/photos/${scan}`, await picture(), 'image/png')
  return mediated(it, 'mediator', id, { do: 'sign', as: 'all', way: 'scan', photos: [scan], on: agreement.on })
}
