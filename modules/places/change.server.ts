/**
 * Changes of places: looked at beforehand, decided, carried out. What stands in the places (people's posts, open matters) belongs to other
 * modules; those come along as followers, in the same transaction: a change happens whole or not at all.
 */
import { createHash } from 'node:crypto'
import { type Db, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Day, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import * as boards from './boards/store.server.ts'
import { type ChangeKind, outcomeOf, type Plan } from './change.ts'
import * as store from './change-store.server.ts'
import { linesAfter, linesBefore, sumsOf } from './change-view.ts'
import type { Decision, Preview, Sums } from './change-wire.ts'
import { after, boardReasons, doubles, type Outcome } from './outcome.ts'
import { levelOf, type Place } from './place.ts'
import { all } from './store.server.ts'
import { together } from './together.ts'

/** What the followers are told: which places ended, and which took their work and people. */
export type Moved = {
  readonly county: County
  readonly changeId: string
  readonly kind: ChangeKind
  readonly day: Day
  readonly at: Instant
  /** Who decided it. */
  readonly by: PersonId
  readonly heirs: ReadonlyMap<PlaceCode, PlaceCode>
}

/** What has to move from each place, by name. */
export type Counted = {
  readonly matters?: ReadonlyMap<PlaceCode, number>
  readonly posts?: ReadonlyMap<PlaceCode, number>
  /** Places where somebody sits whose name stands on notice boards: it will stand on those of what takes over. */
  readonly named?: ReadonlySet<PlaceCode>
}

/** A module whose things stand in places: how many they are, and how they go along. */
export type Follower = {
  /** Holds what is going to move, before the places are held: whoever works on it now finishes first. */
  hold?(trx: Db, county: County, places: readonly PlaceCode[]): Promise<unknown>
  count(db: Db, county: County, places: readonly PlaceCode[], day: Day): Promise<Counted>
  /** Answers how many moved, by name. */
  follow(trx: Db, moved: Moved): Promise<Partial<Sums>>
}

const hash = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 40)

/** The places as they will stand on a day, when what is planned till then has been done. */
export async function expected(db: Db, county: County, day: Day): Promise<readonly Place[]> {
  const [places, planned] = await Promise.all([all(db, county), store.planned(db, county, day)])
  return planned.reduce<readonly Place[]>((now, { plan, day }) => {
    const made = outcomeOf(now, plan, day)
    return isRefusal(made) ? now : after(now, made, day)
  }, places)
}

export const countAll = async (
  db: Db,
  followers: readonly Follower[],
  county: County,
  places: readonly PlaceCode[],
  day: Day,
): Promise<Required<Counted>> => {
  const counted = await Promise.all(followers.map((follower) => follower.count(db, county, places, day)))
  return { matters: new Map(), posts: new Map(), named: new Set(), ...Object.assign({}, ...counted) }
}

type Question = { readonly county: County; readonly plans: readonly Plan[]; readonly day: Day }

/** What plans would do on a day, together. The fingerprint is of the places and the posts it touches; that somebody reports a matter meanwhile changes nothing. */
export async function preview(
  db: Db,
  followers: readonly Follower[],
  { county, plans, day }: Question,
): Promise<(Preview & { places: readonly Place[]; outcome: Outcome }) | Refusal> {
  const places = await expected(db, county, day)
  const [plan, another] = plans
  const outcome = plan && !another ? outcomeOf(places, plan, day) : together(places, plans, day)
  if (isRefusal(outcome)) return outcome
  const now = after(places, outcome, day)
  const counted = await countAll(
    db,
    followers,
    county,
    outcome.ended.map(({ code }) => code),
    day,
  )
  return {
    ...{ places, outcome },
    fingerprint: hash([day, outcome, [...counted.posts].sort()]),
    before: linesBefore(places, outcome, counted, day),
    after: linesAfter(places, now, outcome, day),
    sums: sumsOf(outcome, counted, now, day),
    doubles: doubles(now, outcome, day),
  }
}

type Asked = Pick<Decision, 'id' | 'day' | 'reason' | 'document'> & {
  readonly plan: Plan
  readonly county: County
  readonly turn: number
  readonly by: PersonId
  readonly at: Instant
}

/** Writes a decision down, in the caller's transaction, which a refusal has to end; one for today is carried out at once. The same twice is one. */
export async function decide(db: Db, followers: readonly Follower[], asked: Asked, fingerprint?: string): Promise<store.Change | Refusal> {
  const { county, id, plan, day, reason, document, turn, by, at } = asked
  const earlier = await store.find(db, county, id)
  if (earlier) return earlier.askedBy === by ? earlier : refuse('conflict', { id })
  if (day < dayOf(at)) return refuse('change.past', { day })
  await store.lockCounty(db, county)
  if (day === dayOf(at)) await carryOutDue(db, followers, county, at) // what was planned for today comes first
  const looked = await preview(db, followers, { county, plans: [plan], day })
  if (isRefusal(looked)) return looked
  if (fingerprint !== undefined && fingerprint !== looked.fingerprint) return refuse('change.overtaken')
  const facts = { ...namesIn(looked.places, plan, looked.outcome), sums: null, refusal: null }
  const change: store.Change = {
    ...{ county, id, plan, day, turn, reason, document: document || null, state: 'planned', askedBy: by, askedAt: at },
    ...{ endedBy: null, endedAt: null, facts },
  }
  await store.add(db, change)
  if (day > dayOf(at)) return change
  const refusal = await carryOut(db, followers, change, looked.places, at, by)
  return refusal ?? (await store.find(db, county, id))!
}

/** The places a plan is about, and those that come of it, by the names they have that day. */
function namesIn(places: readonly Place[], plan: Plan, { added, ended, changed }: Outcome): Pick<store.Facts, 'about' | 'became'> {
  const about = 'places' in plan ? plan.places : plan.kind === 'found' ? [] : [plan.place]
  const heirs = new Map(ended.map(({ code, heirs }) => [code, heirs]))
  const isNew = new Set(added.map(({ code }) => code))
  const moved = new Set(ended.flatMap((each) => (about.includes(each.code) ? [] : each.heirs)))
  const founded = [...isNew].filter((code) => !moved.has(code))
  const became = plan.kind === 'found' || plan.kind === 'split' ? founded : about.flatMap((code) => heirs.get(code) ?? [code])
  const before = new Map(places.map(({ code, name }) => [code, name]))
  const now = new Map([...places, ...added, ...changed].map(({ code, name }) => [code, name]))
  const named = (codes: readonly PlaceCode[], names: ReadonlyMap<PlaceCode, string>) =>
    [...new Set(codes)].map((code) => ({ code, name: names.get(code) ?? code }))
  // What moves keeps its name: what is new about it is where it lies.
  const where = plan.kind === 'move' && levelOf(plan.parent) !== 'county' ? `${now.get(plan.parent)} ` : ''
  return { about: named(about, before), became: named(became, now).map((each) => ({ ...each, name: where + each.name })) }
}

/**
 * Carries out a change of the places as they stand, in the caller's transaction, which holds the county. A refusal where it cannot be done as things stand; then nothing was written.
 * `by` is who decides now, null when the day came.
 */
async function carryOut(
  trx: Db,
  followers: readonly Follower[],
  change: store.Change,
  places: readonly Place[],
  at: Instant,
  by: PersonId | null,
): Promise<Refusal | undefined> {
  const { county, id, plan, facts } = change
  const day = dayOf(at)
  const outcome = outcomeOf(places, plan, day)
  if (isRefusal(outcome)) return outcome
  const over = outcome.ended.map(({ code }) => code)
  for (const follower of followers) await follower.hold?.(trx, county, over)
  await store.lockPlaces(trx, county, over)
  const counted = await countAll(trx, followers, county, over, day)
  await store.write(trx, { county, id, before: new Map(places.map((place) => [place.code, place])) }, outcome, day)
  await boards.gone(
    trx,
    county,
    over.filter((code) => levelOf(code) === 'lane'),
  )
  for (const why of boardReasons)
    await boards.stale(
      trx,
      county,
      outcome.boards.filter((board) => board.why === why).map(({ lane }) => lane),
      why,
      day,
    )
  const moved: Moved = {
    ...{ county, changeId: id, kind: plan.kind, day, at, by: change.askedBy },
    heirs: new Map(outcome.ended.map(({ code, heirs }) => [code, heirs[0]!])),
  }
  let sums = sumsOf(outcome, counted, after(places, outcome, day), day)
  for (const follower of followers) sums = { ...sums, ...(await follower.follow(trx, moved)) }
  await store.end(trx, { county, id }, 'done', { by, at, facts: { ...facts, sums } })
  return undefined
}

/**
 * Carries out what is due in a county, one change a transaction, in the order decided. Two processes at once: the second waits for the first
 * and finds it done. What can no longer be done stands on the list as failed, with the reason. Answers how many were looked at.
 */
export async function carryOutDue(db: Db, followers: readonly Follower[], county: County, at: Instant): Promise<number> {
  let done = 0
  for (const { id } of await store.planned(db, county, dayOf(at))) {
    done += await transact(db, async (trx) => {
      await store.lockCounty(trx, county)
      const change = await store.find(trx, county, id)
      if (change?.state !== 'planned') return 0
      const refusal = await carryOut(trx, followers, change, await all(trx, county), at, null)
      if (refusal) await store.end(trx, change, 'failed', { by: null, at, facts: { ...change.facts, refusal } })
      return 1
    })
  }
  return done
}

/** Drops a planned change. */
export async function cancel(db: Db, county: County, id: string, by: PersonId, at: Instant): Promise<store.Change | Refusal> {
  const change = await store.find(db, county, id)
  if (!change) return refuse('not_found')
  if (change.state === 'planned') await store.end(db, change, 'cancelled', { by, at, facts: change.facts })
  const now = (await store.find(db, county, id))!
  return now.state === 'cancelled' ? now : refuse('change.over', { state: now.state })
}
