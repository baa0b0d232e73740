/** One event of a mediation file becomes notices and deliveries. They hold its number and where, never whose it is or what was said. */
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '#db/db.ts'
import type { Dispute } from '#modules/disputes/dispute.ts'
import { fileNumber } from '#modules/disputes/number.ts'
import type { Event } from '#modules/disputes/rules/event.ts'
import { findMany } from '#modules/disputes/store.server.ts'
import type { County, DisputeId, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { pathOf, within } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { words } from '#server/words.ts'
import { dayInWords } from '#web/ui/instants.ts'
import { afterQuiet, type Facts, fill, type Route } from '../notice.ts'
import { type DisputeAim, disputeAims, dueOf, reminderOf, toldOf } from './disputes.ts'
import type { Ground } from './ground.server.ts'
import type { Untold } from './told-store.server.ts'
import type { Made } from './write.server.ts'

export type DisputeGround = { readonly disputes: ReadonlyMap<string, Dispute>; readonly names: ReadonlyMap<PlaceCode, string> }

export async function disputeGround(db: Db, county: County, events: readonly Untold[]): Promise<DisputeGround> {
  const ids = [...new Set(events.map(({ matterId }) => matterId as string as DisputeId))]
  const disputes = await findMany(db, county, ids)
  const names = await placeNames(
    db,
    county,
    disputes.flatMap(({ committee, place }) => [...pathOf(committee), ...pathOf(place)]),
  )
  return { disputes: new Map(disputes.map((dispute) => [dispute.id, dispute])), names }
}

export function writeDispute({ matterId, event: told }: Untold, ground: Ground, { disputes, names }: DisputeGround, made: Made): void {
  const event = told as unknown as Event
  const dispute = disputes.get(matterId)
  const about = dispute && toldOf(event, dispute)
  if (!dispute || !about) return
  const isUrgent = about === 'dispute.alarm'
  const said = { zh: factsOf(dispute, event, names, ground, false), en: factsOf(dispute, event, names, ground, true) }
  const heard = new Set<string>()
  for (const route of ground.routes)
    if (route.isOn && route.event === about) for (const aim of disputeAims(route.audience, event, dispute)) reach(route, aim)

  function reach(route: Route, aim: DisputeAim): void {
    if (aim.to === 'person') toPeople(route, [aim.person], true)
    if (aim.to === 'party') leave(route, { reporterId: aim.party })
    if (aim.to !== 'seat') return
    const people = ground.people(aim.seat)
    toPeople(route, people, aim.opens)
    if (people.length > 0) return
    const town = within(aim.seat.place, 'town')
    // A village without its officer: the police station of the town hears an alarm, so that it waits on no empty chair.
    if (town && aim.seat.role === 'police_officer')
      toPeople(route, ground.people({ role: 'station_officer', place: town, department: null }), false)
    if (aim.seat.role !== 'mediation_head') return
    // A committee without a head: its town's judicial office is told that a file waits, and whoever fills seats.
    if (town) toPeople(route, ground.people({ role: 'judicial_officer', place: town, department: null }), false)
    toPeople(route, ground.administrators, false)
  }

  function toPeople(route: Route, people: readonly PersonId[], opens: boolean): void {
    for (const personId of people) {
      const key = `${route.channel} ${personId}`
      const text = ground.templates.get(route.template)
      if (!text || personId === event.by || heard.has(key)) continue
      if (route.channel === 'push' && !ground.subscribers.has(personId)) continue
      if (route.channel === 'wechat' && !ground.wechatReaders.has(personId)) continue
      heard.add(key)
      if (route.channel !== 'app') {
        leave(route, { personId })
        continue
      }
      made.notices.push({
        ...tellable(route, personId),
        notice: {
          ...{
            county: ground.county,
            id: uuidv7(),
            personId,
            matterId: null,
            disputeId: opens ? dispute!.id : null,
            event: about!,
            isUrgent,
          },
          ...{ at: ground.now, count: null, title: fill(text.title, said.zh), titleEn: fill(text.titleEn, said.en) },
          ...{ body: fill(text.body, said.zh), bodyEn: fill(text.bodyEn, said.en) },
        },
      })
    }
  }

  function tellable({ channel, event: wanted, audience }: Route, reader: string) {
    return { key: [channel, reader, wanted, audience, ground.now.slice(0, 13)].join(' '), event: wanted, audience, isUrgent }
  }

  function leave(route: Route, to: { personId?: PersonId; reporterId?: string }): void {
    const text = ground.templates.get(route.template)
    if (!text || (route.channel === 'wechat' && !text.wechat)) return
    made.deliveries.push({
      ...tellable(route, to.personId ?? to.reporterId ?? ''),
      delivery: {
        ...{
          county: ground.county,
          id: uuidv7(),
          channel: route.channel,
          event: about!,
          audience: route.audience,
          template: route.template,
        },
        ...{ matterId: null, disputeId: dispute!.id, personId: null, reporterId: null, robotId: null, address: null, ...to },
        ...{ title: fill(text.title, said.zh), body: fill(text.body, said.zh), facts: said.zh, isUrgent, at: ground.now },
        nextAt: isUrgent ? ground.now : afterQuiet(ground.now, ground.quiet),
      },
    })
  }
}

function factsOf(dispute: Dispute, event: Event, names: ReadonlyMap<PlaceCode, string>, { address, now }: Ground, english: boolean): Facts {
  const say = words(english ? 'en' : 'zh-CN')
  const committee = names.get(dispute.committee) ?? ''
  const village = within(dispute.place, 'village')
  const what = reminderOf(event)
  return {
    number: fileNumber(dispute, committee),
    place: (village && names.get(village)) ?? committee,
    seat: say('disputes:committee', { place: committee }),
    ...(what ? { kind: say(`disputes:reminders.${what}`) } : {}),
    ...(event.type === 'reminded' ? { due: dayInWords(dueOf(event, dispute), now, english ? 'en' : 'zh-CN') } : {}),
    link: `${address}/field/disputes/${dispute.id}`,
  }
}
