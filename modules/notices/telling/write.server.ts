/** One event becomes notices and deliveries: whom it is told to by each route, in the words of its template. */
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { MatterId, PersonId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Matter } from '#modules/matters/matter.ts'
import { seatName } from '#modules/matters/names.server.ts'
import { numberOf } from '#modules/matters/number.ts'
import type { Event } from '#modules/matters/rules/event.ts'
import { seatDeciding } from '#modules/matters/rules/ladder.ts'
import { toldSeats } from '#modules/matters/watch.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import { covers, pathName, within } from '#modules/places/place.ts'
import { words } from '#server/words.ts'
import { inWords } from '#web/ui/instants.ts'
import { type Audience, afterQuiet, type Facts, fill, groupGaps, type Route } from '../notice.ts'
import type { NewDelivery, NewNotice } from '../store.server.ts'
import type { Tellable } from './digest.ts'
import type { BatchGround, Ground } from './ground.server.ts'
import { type Aim, aimsOf, dueOf, isTaken, mayHear, nowWith, type Said } from './told.ts'
import type { Untold } from './told-store.server.ts'

export type ForInbox = Tellable & { readonly notice: NewNotice }
export type Outgoing = Tellable & { readonly delivery: NewDelivery }

/** What is made so far; `vacancies` have ids of their seat and day, so that an empty seat is told once a day. */
export type Made = { readonly notices: ForInbox[]; readonly vacancies: NewNotice[]; readonly deliveries: Outgoing[] }

export function write({ matterId, event }: Untold, ground: Ground, batch: BatchGround, made: Made): void {
  const matter = batch.matters.get(matterId)
  const category = matter && ground.categories.get(matter.category)
  if (!matter || !category) return
  const { county, now } = ground
  const near = ground.seatsNear(matter.place)
  const around = {
    levels: matter.isEmergency ? toldSeats(matter, category) : [],
    above: seatDeciding(nowWith(event, matter), matter.place, category, near),
    author: (version: number) => batch.authors.get(`${matterId} ${version}`),
  }
  const said = saidOf(matter, event, ground, batch)
  const heard = new Set<string>()
  for (const route of ground.routes)
    if (isTaken(route, event, matter)) for (const aim of aimsOf(route.audience, event, matter, around)) reach(route, aim)

  function reach(route: Route, aim: Aim): void {
    if (!matter) return
    switch (aim.to) {
      case 'seat':
        toSeat(route, aim.seat, aim.orAbove)
        break
      case 'person':
        toPeople(route, [aim.person])
        break
      case 'filers':
        if (matter.reporterId) toPeople(route, [matter.reporterId])
        for (const { personId, own } of batch.filers.get(matterId) ?? []) toPeople(route, [personId], own)
        break
      case 'administrators':
        toPeople(route, ground.administrators)
        break
      case 'reporters':
        // A text message about violence at home could be read by who does it.
        if ((route.channel !== 'sms' && route.channel !== 'wechat') || matter.seenBy) break
        for (const { reporterId, own } of batch.reporters[route.channel].get(matterId) ?? [])
          if (!own.seenBy) leave(route, { reporterId, matterId: own.id }, numbered(said, numberOf(own)))
        break
      case 'group':
        if (matter.seenBy || matter.goesAround) break
        for (const robot of ground.robots)
          if (robot.channel === route.channel && covers(robot.place, matter.place)) leave(route, { robotId: robot.id }, forGroup(said))
    }
  }

  /** What a group may read, and no more: of what the public may not see, the village but not the lane. */
  function forGroup({ zh, en }: Said): Said {
    const place = category!.isPublic ? matter!.place : (within(matter!.place, 'village') ?? matter!.place)
    const only = (facts: Facts): Facts => ({
      ...Object.fromEntries(groupGaps.flatMap((gap) => (facts[gap] === undefined ? [] : [[gap, facts[gap]]]))),
      place: pathName(place, batch.names),
    })
    return { zh: only(zh), en: only(en) }
  }

  /** Where nobody sits, the next above is told instead, and whoever fills seats is told that it is empty. */
  function toSeat(route: Route, seat: Seat, orAbove: boolean): void {
    if (!matter || !category || !mayHear(matter, seat)) return
    const people = ground.people(seat)
    toPeople(route, people)
    if (people.length > 0 || !orAbove) return
    const instead = seatDeciding(seat, matter.place, category, near)
    if (instead && mayHear(matter, instead)) toPeople(route, ground.people(instead))
    const empty: Said = {
      zh: { ...said.zh, seat: seatWords(seat, false, ground, batch) },
      en: { ...said.en, seat: seatWords(seat, true, ground, batch) },
    }
    const text = ground.routes.some(({ event: told, isOn }) => told === 'vacancy' && isOn) ? ground.templates.get('vacancy') : undefined
    for (const personId of text ? ground.administrators : []) {
      const id = idFor<string>('vacancy', seat.role, seat.place, seat.department ?? '', dayOf(now), personId)
      made.vacancies.push({ ...inbox(text!, empty), id, personId, matterId: null, event: 'vacancy', isUrgent: false, count: null })
    }
  }

  /** `own`: the matter they know it by, if that is another. */
  function toPeople(route: Route, people: readonly PersonId[], own?: Pick<Matter, 'id' | 'reportedAt'>): void {
    const known = own ? numbered(said, numberOf(own)) : said
    const about = own?.id ?? matterId
    for (const personId of people) {
      const key = `${route.channel} ${personId}`
      if (personId === event.by || heard.has(key)) continue
      const text = ground.templates.get(route.template)
      if (!text || (route.channel === 'push' && !ground.subscribers.has(personId))) continue
      if (route.channel === 'wechat' && !ground.wechatReaders.has(personId)) continue
      heard.add(key)
      if (route.channel !== 'app') leave(route, { personId, ...(own ? { matterId: own.id } : {}) }, known)
      else {
        const row = { id: uuidv7(), personId, matterId: about, event: route.event, isUrgent: matter!.isEmergency, count: null }
        made.notices.push({ ...tellable(route, personId, now), notice: { ...inbox(text, known), ...row } })
      }
    }
  }

  function tellable({ channel, event: told, audience }: Route, reader: string, at: string): Tellable {
    const key = [channel, reader, told, audience, at.slice(0, 13)].join(' ')
    return { key, event: told, audience, isUrgent: matter!.isEmergency }
  }

  function inbox(text: { title: string; titleEn: string; body: string; bodyEn: string }, { zh, en }: Said) {
    return {
      county,
      at: now,
      title: fill(text.title, zh),
      titleEn: fill(text.titleEn, en),
      body: fill(text.body, zh),
      bodyEn: fill(text.bodyEn, en),
    }
  }

  function leave(
    route: Route,
    to: Partial<Pick<NewDelivery, 'matterId' | 'personId' | 'reporterId' | 'robotId'>>,
    { zh }: Said = said,
  ): void {
    const text = ground.templates.get(route.template)
    // What has no template at WeChat cannot be said there.
    if (!text || (route.channel === 'wechat' && !text.wechat)) return
    const isUrgent = matter!.isEmergency
    const nextAt = isUrgent ? now : afterQuiet(now, ground.quiet)
    const facts = { ...zh, link: linkTo(route.audience, to.matterId ?? matterId, ground.address) }
    made.deliveries.push({
      ...tellable(route, to.personId ?? to.robotId ?? to.reporterId ?? '', nextAt),
      delivery: {
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
        ...{ title: fill(text.title, facts), body: fill(text.body, facts), facts, isUrgent, at: now, nextAt },
      },
    })
  }
}

/** Where a reader can see it: a resident by their code, a group at the desk, whoever has a phone in the field app. */
const linkTo = (audience: Audience, matter: MatterId, address: string): string =>
  audience === 'reporters' ? `${address}/t` : `${address}/${audience === 'group' ? 'desk' : 'field'}/matters/${matter}`

/** A resident knows what they reported by its own number, whatever it was linked to. */
const numbered = ({ zh, en }: Said, number: string): Said => ({ zh: { ...zh, number }, en: { ...en, number } })

function seatWords(seat: Seat, english: boolean, { departments }: Ground, { names }: BatchGround): string {
  const say = words(english ? 'en' : 'zh-CN')
  const place = seatName(seat, names, english ? departments.en : departments.zh)
  return seat.department ? place : say('people:post', { place, role: say(`people:roles.${seat.role}`) })
}

function saidOf(matter: Matter, event: Event, ground: Ground, batch: BatchGround): Said {
  const category = ground.categories.get(matter.category)
  const due = dueOf(event, matter)
  const kind = event.type === 'applied' ? event.kind : matter.application?.kind
  const one = (english: boolean): Facts => {
    const language = english ? 'en' : 'zh-CN'
    return {
      number: numberOf(matter),
      category: (english ? category?.nameEn : category?.name) ?? '',
      place: pathName(matter.place, batch.names),
      ...(due ? { due: inWords(due, ground.now, language), dueAt: due } : {}),
      seat: seatWords(nowWith(event, matter), english, ground, batch),
      ...(kind ? { kind: words(language)(`matters:applications.${kind}`) } : {}),
      link: `${ground.address}/desk/matters/${matter.id}`,
    }
  }
  return { zh: one(false), en: one(true) }
}
