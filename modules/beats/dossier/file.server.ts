/** Assembles a village's dossier from the registers and records as they are now. */
import type { Db } from '#db/db.ts'
import { problemsOf } from '#modules/bodies/committee.ts'
import * as committees from '#modules/bodies/store.server.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { seatsAt } from '#modules/people/store.server.ts'
import { parentOf } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import type { Language } from '#server/words.ts'
import type { Report, StandingKind } from '../beat.ts'
import { monthsOver } from '../beat.ts'
import { standingOf } from '../file.server.ts'
import { reportsOf } from '../reports/store.server.ts'
import { groupsOf } from '../village-store.server.ts'
import { type Dossier, dossierOf, type Seated } from './dossier.ts'
import { facilitiesOf } from './facility-store.server.ts'
import type { Kept } from './freshness.ts'
import * as store from './store.server.ts'

const nothing: Kept = {
  facilities: { count: 0, seenOn: null },
  groups: { count: 0, seenOn: null, noticeOn: null },
  ...{ visits: null, meetings: null, bulletins: null },
}

/** The committee as its register has it: by whom it is led, and how much the law finds wrong with it. */
async function committeeOf(db: Db, actor: Actor, village: PlaceCode, today: string) {
  const [found, members] = await Promise.all([
    committees.find(db, actor, village, today),
    committees.membersOf(db, actor.county, [village], today),
  ])
  return {
    electedOn: found?.electedOn ?? null,
    members: members.length,
    head: members.find(({ role }) => role === 'mediation_head')?.name ?? null,
    problems: members.length > 0 ? problemsOf({ place: village, members }, today).length : 0,
  }
}

/** Undefined where there is no such village. Whether the actor may look is the caller's to ask. */
export async function dossierNow(
  db: Db,
  actor: Actor,
  village: PlaceCode,
  { now, language }: { now: Instant; language: Language },
): Promise<(Dossier & { readonly name: string; readonly townName: string }) | undefined> {
  const { county } = actor
  const today = dayOf(now)
  const place = await places.find(db, village)
  if (!place || place.county !== county) return undefined
  const since = daysAfter(today, -365)
  const months = monthsOver(today)
  const grids = await places.below(db, village, today)
  const lanes = (await Promise.all(grids.map(({ code }) => places.below(db, code, today)))).flat()
  const codes = [village, ...[...grids, ...lanes].map(({ code }) => code)]
  const [names, seated, committee, facilities, groups, kept, numbers, hazards, reports] = await Promise.all([
    places.placeNames(db, county, [parentOf(village)!]),
    seatsAt(db, county, codes, today),
    committeeOf(db, actor, village, today),
    facilitiesOf(db, county, village),
    groupsOf(db, county, village, today),
    store.keptOf(db, county, village, since, today),
    store.numbersOf(db, county, village, { since, now }),
    store.hazardsOf(db, county, village),
    reportsOf(db, county, village, months),
  ])
  const standing = standingOf(reports, village, months)
  const zero = (kind: StandingKind) => ({ standing: standing[kind], asOf: lastOf(reports, kind) })
  const townName = names.get(parentOf(village)!) ?? ''
  const dossier = dossierOf({
    ...{ today, committee, facilities, groups, ...numbers, kept: kept.get(village) ?? nothing },
    place: { code: village, name: place.name, townName, since: place.since },
    grids: grids.map(({ code }) => code),
    lanes: lanes.map(({ code, households }) => ({ code, households })),
    seated: seated as unknown as Seated[],
    hazards: hazards.map(({ name, nameEn, ...rest }) => ({ ...rest, name: language === 'en' ? nameEn : name })),
    zero: { cases: zero('cases'), petitions: zero('petitions') },
  })
  return { ...dossier, name: place.name, townName }
}

const lastOf = (reports: readonly Report[], kind: StandingKind) => {
  const at = reports.filter((report) => report.kind === kind).map((report) => report.at)
  return at.length > 0 ? dayOf(at.sort().at(-1)!) : null
}
