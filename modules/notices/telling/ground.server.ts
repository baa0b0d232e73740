/** What telling needs to know: once for a county, and once for each batch of events. */
import type { Db } from '#db/db.ts'
import type { Category } from '#modules/categories/category.ts'
import { choicesOf, departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Instant, MatterId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import type { Seat } from '#modules/people/actor.ts'
import { pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Quiet, Route, Template } from '../notice.ts'
import * as store from '../store.server.ts'
import { looksBackTo } from './told.ts'
import * as facts from './told-store.server.ts'

export type Ground = {
  readonly county: County
  readonly now: Instant
  readonly address: string
  /** Those for emergencies first: they say more than the ordinary ones, and nobody is told twice of one thing. */
  readonly routes: readonly Route[]
  readonly templates: ReadonlyMap<string, Template>
  readonly categories: ReadonlyMap<string, Category>
  readonly administrators: readonly PersonId[]
  readonly subscribers: ReadonlySet<string>
  readonly wechatReaders: ReadonlySet<string>
  readonly robots: readonly { id: string; channel: string; place: PlaceCode }[]
  readonly quiet: Quiet
  /** How many each reader was told one by one so far, by what a digest is made by. Grows while there is something to tell. */
  readonly alone: Map<string, number>
  readonly departments: { readonly zh: ReadonlyMap<string, string>; readonly en: ReadonlyMap<string, string> }
  /** Who sits in a seat today. */
  people(seat: Seat): readonly PersonId[]
  /** The filled seats on the way from the county down to a place. */
  seatsNear(place: PlaceCode): readonly Seat[]
}

const keyOf = ({ role, place, department }: Seat) => `${role} ${place} ${department ?? ''}`

export async function groundOf(db: Db, county: County, now: Instant, address: string): Promise<Ground> {
  const [routes, templates, categories, sitting, subscribers, wechatReaders, robots, quiet, zh, en] = await Promise.all([
    store.routesOf(db, county),
    store.templatesOf(db, county),
    choicesOf(db, county),
    facts.everybody(db, county, dayOf(now)),
    facts.subscribers(db, county),
    facts.wechatReaders(db, county),
    facts.robotsOf(db, county),
    facts.quietOf(db, county),
    departmentNames(db, county, false),
    departmentNames(db, county, true),
  ])
  const people = new Map<string, PersonId[]>()
  const seats = new Map<PlaceCode, Seat[]>()
  for (const { personId, ...seat } of sitting) {
    const key = keyOf(seat)
    const there = people.get(key)
    if (there) there.push(personId)
    else {
      people.set(key, [personId])
      seats.set(seat.place, [...(seats.get(seat.place) ?? []), seat])
    }
  }
  return {
    ...{ county, now, address, templates, categories, subscribers, wechatReaders, robots, quiet, departments: { zh, en } },
    alone: new Map(),
    routes: [...routes].sort((one, other) => Number(other.onlyEmergency) - Number(one.onlyEmergency)),
    administrators: sitting.filter(({ role }) => role === 'administrator').map(({ personId }) => personId),
    people: (seat) => people.get(keyOf(seat)) ?? [],
    seatsNear: (place) => pathOf(place).flatMap((each) => seats.get(each) ?? []),
  }
}

export type BatchGround = {
  readonly matters: ReadonlyMap<MatterId, Matter>
  /** Who was behind an earlier event, by "matter version". */
  readonly authors: ReadonlyMap<string, PersonId | null>
  /** Who can be told by telephone, or by WeChat, about a matter: behind it, or behind what was linked to it. */
  readonly reporters: Readonly<Record<'sms' | 'wechat', ReadonlyMap<MatterId, readonly facts.Reachable[]>>>
  /** The staff who filed what was linked to a matter. */
  readonly filers: ReadonlyMap<MatterId, readonly facts.Filer[]>
  readonly names: ReadonlyMap<PlaceCode, string>
}

export async function groundOfBatch(db: Db, county: County, events: readonly facts.Untold[]): Promise<BatchGround> {
  const ids = [...new Set(events.map(({ matterId }) => matterId))]
  const back = events.flatMap(({ matterId, event }) => looksBackTo(event).map((version) => ({ id: matterId, version })))
  const [matters, authors, sms, wechat, filers] = await Promise.all([
    facts.mattersOf(db, county, ids),
    facts.authorsOf(db, county, back),
    facts.reachable(db, county, ids, 'phone'),
    facts.reachable(db, county, ids, 'openid'),
    facts.filersOf(db, county, ids),
  ])
  const places = [...matters.values()].flatMap(({ place, holderPlace }) => [...pathOf(place), ...pathOf(holderPlace)])
  const names = await placeNames(db, county, [...new Set(places)])
  const by = <T extends { about: MatterId }>(rows: readonly T[]) => Map.groupBy(rows, ({ about }) => about)
  return { matters, authors, reporters: { sms: by(sms), wechat: by(wechat) }, filers: by(filers), names }
}
