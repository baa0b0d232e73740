/** Who sits in a seat, as a notice board shows them: role, name, a telephone to tap. */
import { html } from 'hono/html'
import type { Db } from '#db/db.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { County, Day, PlaceCode } from '#modules/kernel/ids.ts'
import type { Html } from '#server/page.ts'
import type { Say } from '#server/words.ts'
import { maskPhone } from '../mask.ts'
import type { Role } from '../role.ts'
import { seatsAt } from '../store.server.ts'

/** The roles whose names and telephones hang on the wall. */
export const boardRoles = [
  'lane_chief',
  'grid_worker',
  'village_official',
  'police_officer',
  'legal_adviser',
] as const satisfies readonly Role[]
export type BoardRole = (typeof boardRoles)[number]

export type Contact = {
  readonly role: BoardRole
  readonly place: PlaceCode
  readonly name: string
  readonly phone: string
  /** Somebody on leave: until which day, and who stands in. */
  readonly away?: { readonly until: Day; readonly by: string }
  /** Only stands in for somebody on leave. */
  readonly standsIn?: boolean
}

/** Everybody who hangs on the wall at some places. Of a seat whose holder is on leave, whoever stands in comes first. */
export async function contactsAt(db: Db, county: County, places: readonly PlaceCode[], on: Day): Promise<Contact[]> {
  const seats = await seatsAt(db, county, places, on)
  return boardRoles.flatMap((role) => {
    const holders = seats.filter((seat) => seat.role === role)
    return holders
      .map(({ place, name, phone, personId, insteadOf }): Contact => {
        const standIn = holders.find((each) => each.place === place && each.insteadOf === personId)
        return {
          ...{ role, place: place as PlaceCode, name, phone },
          ...(standIn?.until ? { away: { until: daysAfter(standIn.until, -1), by: standIn.name } } : {}),
          ...(insteadOf ? { standsIn: true } : {}),
        }
      })
      .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : Number(!one.standsIn) - Number(!other.standsIn)))
  })
}

/** What a printed board says: who is there for good. A leave of a week makes no board out of date. */
export const forGood = (contacts: readonly Contact[]): Contact[] => contacts.filter(({ standsIn }) => !standsIn)

const dayWords = (say: Say, day: Day): string => say('people:monthDay', { month: Number(day.slice(5, 7)), day: Number(day.slice(8)) })

/** The number is masked for who looks over the shoulder, and whole for the telephone that rings it. */
export const ring = (say: Say, { name, phone }: Pick<Contact, 'name' | 'phone'>, isFirst = false): Html =>
  html`<a class="button${isFirst ? ' strong' : ''}" href="tel:${phone}">${say('public:board.ring')} <span class="unbroken">${maskPhone(phone)}</span><span class="unseen"> ${name}</span></a>`

export const contactRow = (say: Say, contact: Contact, isFirst = false): Html =>
  contact.away
    ? html`<li><span><small>${say(`people:roles.${contact.role}`)}</small><strong>${contact.name}</strong><small>${say('people:awayUntil', { day: dayWords(say, contact.away.until), name: contact.away.by })}</small></span></li>`
    : html`<li><span><small>${say(contact.standsIn ? 'people:standsIn' : 'people:role', { role: say(`people:roles.${contact.role}`) })}</small><strong>${contact.name}</strong></span>${ring(say, contact, isFirst)}</li>`

export const contactList = (say: Say, contacts: readonly Contact[], isFirst = false): Html =>
  html`<ul class="contacts">${contacts.map((contact, index) => contactRow(say, contact, isFirst && index === 0))}</ul>`
