/** Who sits in a seat, as a notice board shows them: role, name, a telephone to tap. */
import { html } from 'hono/html'
import type { Db } from '#db/db.ts'
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

export type Contact = { readonly role: BoardRole; readonly place: PlaceCode; readonly name: string; readonly phone: string }

export async function contactsAt(db: Db, county: County, places: readonly PlaceCode[], on: Day): Promise<Contact[]> {
  const seats = await seatsAt(db, county, places, on)
  return boardRoles.flatMap((role) =>
    seats.filter((seat) => seat.role === role).map(({ place, name, phone }) => ({ role, place: place as PlaceCode, name, phone })),
  )
}

/** The number is masked for who looks over the shoulder, and whole for the telephone that rings it. */
export const ring = (say: Say, { name, phone }: Pick<Contact, 'name' | 'phone'>, isFirst = false): Html =>
  html`<a class="button${isFirst ? ' strong' : ''}" href="tel:${phone}">${say('public:board.ring')} <span class="unbroken">${maskPhone(phone)}</span><span class="unseen"> ${name}</span></a>`

export const contactRow = (say: Say, contact: Contact, isFirst = false): Html =>
  html`<li><span><small>${say(`people:roles.${contact.role}`)}</small><strong>${contact.name}</strong></span>${ring(say, contact, isFirst)}</li>`

export const contactList = (say: Say, contacts: readonly Contact[], isFirst = false): Html =>
  html`<ul class="contacts">${contacts.map((contact, index) => contactRow(say, contact, isFirst && index === 0))}</ul>`
