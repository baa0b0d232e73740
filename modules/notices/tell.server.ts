/**
 * Tells people what happened: takes the events nobody was told of, and makes notices and deliveries of them by the routing table. A batch is
 * one transaction, and holds its events: two processes tell each thing once, and what a killed one held is told by the next.
 */
import { v7 as uuidv7 } from 'uuid'
import { type Db, transact } from '#db/db.ts'
import { choicesOf, departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { seatName } from '#modules/matters/names.server.ts'
import { numberOf } from '#modules/matters/number.ts'
import { seatDeciding } from '#modules/matters/rules/ladder.ts'
import { toldSeats } from '#modules/matters/watch.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import { covers, pathName, pathOf } from '#modules/places/place.ts'
import { counties, placeNames } from '#modules/places/store.server.ts'
import { words } from '#server/words.ts'
import { inWords } from '#web/ui/instants.ts'
import { afterQuiet, type Facts, fill, type Route } from './notice.ts'
import * as store from './store.server.ts'
import { type Aim, aimsOf, dueOf, isTaken, looksBackTo, mayHear, nowWith, type Said } from './told.ts'
import * as facts from './told-store.server.ts'

const batch = 300

/** Tells everything there is to tell, in every county; answers how many events that were. `address`: for the links that groups get. */
export async function tell(db: Db, now: Instant, address: string): Promise<number> {
  let told = 0
  for (const { code } of await counties(db))
    for (;;) {
      const count = await transact(db, (trx) => some(trx, code, now, address))
      told += count
      if (count === 0) break
    }
  return told
}

const keyOf = ({ role, place, department }: Seat) => `${role} ${place} ${department ?? ''}`

async function some(db: Db, county: County, now: Instant, address: string): Promise<number> {
  const events = await facts.untold(db, county, batch)
  if (events.length === 0) return 0
  const ids = [...new Set(events.map(({ matterId }) => matterId))]
  const back = events.flatMap(({ matterId, event }) => {
    const version = looksBackTo(event)
    return version === undefined ? [] : [{ id: matterId, version }]
  })
  const [matters, routes, templates, categories, sitting, authors, reporters, subscribers, robots, quiet, departments, departmentsEn] =
    await Promise.all([
      facts.mattersOf(db, county, ids),
      store.routesOf(db, county),
      store.templatesOf(db, county),
      choicesOf(db, county),
      facts.everybody(db, county, dayOf(now)),
      facts.authorsOf(db, county, back),
      facts.reachable(db, county, ids),
      facts.subscribers(db, county),
      facts.robotsOf(db, county),
      facts.quietOf(db, county),
      departmentNames(db, county, false),
      departmentNames(db, county, true),
    ])
  const names = await placeNames(db, county, [
    ...new Set([...matters.values()].flatMap(({ place, holderPlace }) => [...pathOf(place), ...pathOf(holderPlace)])),
  ])
  const seats = new Map<string, PersonId[]>()
  for (const each of sitting) seats.set(keyOf(each), [...(seats.get(keyOf(each)) ?? []), each.personId])
  const filled = sitting.map(({ role, place, department }): Seat => ({ role, place, department }))
  const notices: store.NewNotice[] = []
  const deliveries: store.NewDelivery[] = []

  for (const { matterId, event } of events) {
    const matter = matters.get(matterId)
    const category = matter && categories.get(matter.category)
    if (!matter || !category) continue
    const near = filled.filter(({ place }) => covers(place, matter.place))
    const above = seatDeciding(nowWith(event, matter), matter.place, category, near)
    const around = {
      levels: matter.isEmergency ? toldSeats(matter, category) : [],
      above,
      before: (({ id, version }) => (authors.has(`${id} ${version}`) ? { by: authors.get(`${id} ${version}`) ?? null } : undefined))({
        id: matterId,
        version: looksBackTo(event) ?? 0,
      }),
    }
    const said = saidOf(matter, event)
    const heard = new Set<string>()
    for (const route of routes) {
      if (!isTaken(route, event.type, matter)) continue
      for (const aim of aimsOf(route.audience, event, matter, around)) reach(route, aim, said)
    }

    function reach(route: Route, aim: Aim, said: Said): void {
      if (!matter) return
      switch (aim.to) {
        case 'seat':
          toSeat(route, aim.seat, aim.orAbove, said)
          break
        case 'person':
          toPeople(route, [aim.person], said)
          break
        case 'administrators':
          toPeople(route, administrators(), said)
          break
        case 'reporters':
          if (route.channel !== 'sms') break
          for (const { reporterId } of reporters.filter((each) => each.matterId === matter.id)) leave(route, { reporterId }, said)
          break
        case 'group':
          if (matter.seenBy || matter.goesAround) break
          for (const robot of robots)
            if (robot.channel === route.channel && covers(robot.place, matter.place)) leave(route, { robotId: robot.id }, said)
      }
    }

    /** Where nobody sits, the next above is told instead, and whoever fills seats is told that it is empty. */
    function toSeat(route: Route, seat: Seat, orAbove: boolean, said: Said): void {
      if (!matter || !category || !mayHear(matter, seat)) return
      const people = seats.get(keyOf(seat)) ?? []
      toPeople(route, people, said)
      if (people.length > 0 || !orAbove) return
      const instead = seatDeciding(seat, matter.place, category, near)
      if (instead && mayHear(matter, instead)) toPeople(route, seats.get(keyOf(instead)) ?? [], said)
      const empty: Said = { zh: { ...said.zh, seat: seatWords(seat, false) }, en: { ...said.en, seat: seatWords(seat, true) } }
      for (const each of routes) if (each.event === 'vacancy' && each.isOn) toPeople(each, administrators(), empty)
    }

    function toPeople(route: Route, people: readonly PersonId[], said: Said): void {
      for (const personId of people) {
        if (personId === event.by || heard.has(`${route.channel} ${route.template} ${personId}`)) continue
        heard.add(`${route.channel} ${route.template} ${personId}`)
        if (route.channel !== 'app') {
          if (route.channel !== 'push' || subscribers.has(personId)) leave(route, { personId }, said)
          continue
        }
        const text = templates.get(route.template)
        if (!text) continue
        notices.push({
          ...{ county, id: uuidv7(), personId, matterId, event: route.event, isUrgent: matter!.isEmergency, at: now },
          ...{
            title: fill(text.title, said.zh),
            titleEn: fill(text.titleEn, said.en),
            body: fill(text.body, said.zh),
            bodyEn: fill(text.bodyEn, said.en),
          },
        })
      }
    }

    function leave(route: Route, to: Partial<Pick<store.NewDelivery, 'personId' | 'reporterId' | 'robotId'>>, said: Said): void {
      const text = templates.get(route.template)
      if (!text) return
      const isUrgent = matter!.isEmergency
      deliveries.push({
        ...{
          county,
          id: uuidv7(),
          channel: route.channel,
          event: route.event,
          audience: route.audience,
          template: route.template,
          matterId,
        },
        ...{ personId: null, reporterId: null, robotId: null, address: null, ...to },
        ...{ title: fill(text.title, said.zh), body: fill(text.body, said.zh), facts: said.zh, isUrgent, at: now },
        nextAt: isUrgent ? now : afterQuiet(now, quiet),
      })
    }
  }
  await store.addNotices(db, notices)
  await store.addDeliveries(db, deliveries)
  await facts.markTold(db, county, events)
  const people = [...new Set(notices.map(({ personId }) => personId))]
  if (people.length > 0) await facts.wake(db, county, people)
  return events.length

  function administrators(): PersonId[] {
    return sitting.filter(({ role }) => role === 'administrator').map(({ personId }) => personId)
  }

  function seatWords(seat: Seat, english: boolean): string {
    const say = words(english ? 'en' : 'zh-CN')
    const place = seatName(seat, names, english ? departmentsEn : departments)
    return seat.department ? place : say('people:post', { place, role: say(`people:roles.${seat.role}`) })
  }

  function saidOf(matter: Matter, event: (typeof events)[number]['event']): Said {
    const category = categories.get(matter.category)
    const due = dueOf(event, matter)
    const one = (english: boolean): Facts => {
      const say = words(english ? 'en' : 'zh-CN')
      return {
        number: numberOf(matter),
        category: (english ? category?.nameEn : category?.name) ?? '',
        place: pathName(matter.place as PlaceCode, names),
        ...(due ? { due: inWords(due, now, english ? 'en' : 'zh-CN') } : {}),
        seat: seatWords(nowWith(event, matter), english),
        ...(event.type === 'applied'
          ? { kind: say(`matters:applications.${event.kind}`) }
          : matter.application
            ? { kind: say(`matters:applications.${matter.application.kind}`) }
            : {}),
        link: `${address}/desk/matters/${matter.id}`,
      }
    }
    return { zh: one(false), en: one(true) }
  }
}
