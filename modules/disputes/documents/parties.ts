/** The parties as a table, as the forms print them. Nationality, schooling and numbers of papers are not asked for, and so not printed. */

import { type Cell, cell, label } from '#modules/documents/page.ts'
import type { Party, Side } from '../dispute.ts'
import { type Given, identityOf, nameOf, principalsOf, speakersOf } from './given.ts'

/** Six columns; every row of a form that stands below the parties fits them. */
export const columns = [18, 20, 12, 14, 14, 22] as const

const blank: Pick<Party, 'id' | 'kind'> = { id: '', kind: 'person' }

function rowsOf(from: Given, party: Pick<Party, 'id' | 'kind'>, side: Side): Cell[][] {
  const { t, say } = from
  const who = identityOf(from, party.id)
  const head = label(say(`disputes:sides.${side}`))
  const phone = (of: string | undefined) => [label(t('phone')), cell(of)]
  const born = who.birthYear ? t('year', { year: who.birthYear }) : ''
  const gender = who.gender && t(`genders.${who.gender}`)
  const person = [
    [head, cell(who.name), label(t('gender')), cell(gender), label(t('birthYear')), cell(born)],
    [label(t('address')), cell(who.address, 3), ...phone(who.phone)],
    ...(who.job || party === blank ? [[label(t('job')), cell(who.job, 5)]] : []),
  ]
  const organisation = [
    [head, cell(who.name, 5)],
    [label(t('headedBy')), cell(who.headedBy, 3), ...phone(who.phone)],
    [label(t('address')), cell(who.address, 5)],
  ]
  const speakers = speakersOf(from, party.id).map((speaker) => [
    label(t('speaker')),
    cell(nameOf(from, speaker.id), 3),
    ...phone(identityOf(from, speaker.id).phone),
  ])
  return [...(party.kind === 'person' ? person : organisation), ...speakers]
}

/** `sides`: those that the form asks for, each with at least one party, blank if there is none. */
export function partyRows(from: Given, sides: readonly Side[] = ['applicant', 'respondent', 'third']): Cell[][] {
  const parties = principalsOf(from)
  return sides.flatMap((side) => {
    const of = parties.filter((party) => party.side === side)
    return (of.length > 0 || side === 'third' ? of : [blank]).flatMap((party) => rowsOf(from, party, side))
  })
}
