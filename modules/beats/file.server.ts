/** A village as its officer, its station and its judicial office need it: who works there, which households were seen, what was promised. */
import type { Db } from '#db/db.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import { parentOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { monthsOver, type Report, standingKinds, zeroOf } from './beat.ts'
import { leavesOf } from './leave/store.server.ts'
import { rowsOf } from './names.server.ts'
import type { VillageFile, VillageRow, Worker } from './reply.ts'
import { reportsOf } from './reports/store.server.ts'
import * as store from './store.server.ts'
import * as villages from './village-store.server.ts'

const yearBefore = (today: Day): Day => daysAfter(today, -365)

export const standingOf = (reports: readonly Report[], village: PlaceCode, months: readonly string[]): VillageFile['zero'] => {
  const [cases, petitions] = standingKinds.map((kind) =>
    zeroOf(
      months,
      reports.filter((report) => report.village === village && report.kind === kind),
    ),
  )
  return { cases: cases!, petitions: petitions! }
}

type Found = Awaited<ReturnType<typeof villages.villagesOf>>

const workers = (found: Found, village: PlaceCode, role: 'police_officer' | 'legal_adviser') =>
  found
    .filter((row) => row.village === village && row.role === role && row.personId !== null)
    .map(({ personId, personName, since, insteadOf }, _, there): Worker => {
      const standIn = there.find((row) => row.insteadOf === personId)
      const away = insteadOf === null ? undefined : there.find((row) => row.personId === insteadOf)
      return {
        ...{ id: personId!, name: personName ?? '', since: since ?? '' },
        ...{ awayUntil: standIn?.until ? daysAfter(standIn.until, -1) : null, insteadOf: away?.personName ?? null },
      }
    })
    .sort((one, other) => Number(one.insteadOf === null) - Number(other.insteadOf === null))

/** Every village in the actor's sight. */
export async function listOf(db: Db, actor: Actor, now: Instant): Promise<VillageRow[]> {
  const today = dayOf(now)
  const months = monthsOver(today)
  const [found, visits, work, reports] = await Promise.all([
    villages.villagesOf(db, actor, today),
    store.visitedOf(db, actor, yearBefore(today)),
    store.workOf(db, actor, yearBefore(today), today),
    reportsOf(db, actor.county, actor.county as string as PlaceCode, months),
  ])
  const seen = new Map(visits.map((row) => [row.village, row]))
  const worked = new Map(work.map(({ village, role, lastDay, late }) => [`${village} ${role}`, { lastDay, late }]))
  const workIn = (village: PlaceCode, role: 'police_officer' | 'legal_adviser') =>
    worked.get(`${village} ${role}`) ?? { lastDay: null, late: 0 }
  const reported = Map.groupBy(reports, (report) => report.village)
  const names = new Map(found.map((row) => [row.village, row.name]))
  const towns = await placeNames(
    db,
    actor.county,
    [...names.keys()].map((village) => parentOf(village)!),
  )
  return [...names].map(([village, name]) => ({
    village: village as string,
    name,
    townName: towns.get(parentOf(village)!) ?? '',
    zero: standingOf(reported.get(village) ?? [], village, months),
    officers: workers(found, village, 'police_officer'),
    advisers: workers(found, village, 'legal_adviser'),
    work: { officer: workIn(village, 'police_officer'), adviser: workIn(village, 'legal_adviser') },
    lastDay: seen.get(village)?.lastDay ?? null,
    households: seen.get(village)?.households ?? 0,
    visited: seen.get(village)?.visited ?? 0,
  }))
}

/** Undefined where the actor may not look. */
export async function fileOf(db: Db, actor: Actor, village: PlaceCode, now: Instant): Promise<VillageFile | undefined> {
  if (!may(actor, 'beat.read', village)) return undefined
  const { county } = actor
  const today = dayOf(now)
  const months = monthsOver(today)
  const town = parentOf(village)!
  const [names, found, lanes, groups, bulletins, leaves, reports, promises] = await Promise.all([
    placeNames(db, county, [village, town]),
    villages.villagesOf(db, actor, today),
    villages.coverageOf(db, county, village, yearBefore(today)),
    villages.groupsOf(db, county, village, today),
    villages.bulletinsOf(db, county, village),
    leavesOf(db, county, village),
    reportsOf(db, county, village, months),
    store.promisesOf(db, actor, village),
  ])
  const name = names.get(village)
  if (!name) return undefined
  return {
    ...{ village, name, townName: names.get(town) ?? '', groups, leaves },
    bulletins: bulletins.map((each) => (each.by === actor.id ? each : { ...each, matterId: null, disputeId: null })),
    lanes: lanes.map((lane) => ({ ...lane, lane: lane.lane as PlaceCode })),
    officers: workers(found, village, 'police_officer'),
    advisers: workers(found, village, 'legal_adviser'),
    zero: standingOf(reports, village, months),
    promises: await rowsOf(db, actor, promises),
  }
}
