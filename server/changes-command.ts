/** A later edition of the national codes, on the command line: what it proposes, and with `apply` all that can be done without asking. */
import { type Db, transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, Instant } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { administratorByPhone } from '#modules/people/store.server.ts'
import { decide } from '#modules/places/change.server.ts'
import type { Edition } from '#modules/places/change-wire.ts'
import { compareEdition } from '#modules/places/editions/edition.server.ts'
import { readPlaces } from '#modules/places/import.server.ts'
import { countyOf } from '#modules/places/place.ts'
import { followers } from './followers.ts'
import { sentence } from './sentence.ts'
import { words } from './words.ts'

type Given = { name: string; apply: boolean; by?: string | undefined; at: Instant; say(line: string): void }

/** Answers whether something was not done that should have been. */
export async function changesFrom(db: Db, bytes: Uint8Array, { name, apply, by, at, say }: Given): Promise<boolean> {
  const read = orStop(readPlaces(bytes, name), at)
  const county = read.county?.code ?? countyOf(read.rows[0]?.code ?? '')
  const edition = orStop(await compareEdition(db, followers, bytes, { name, today: dayOf(at), county }), at)
  const { proposals, kept } = edition
  const en = words('en')
  for (const { what, code, name, newCode, newName, matters, posts } of proposals)
    say(
      `${en(`places:edition.what.${what}`).padEnd(10)} ${code.padEnd(12)} ${name}${newCode || newName ? ` -> ${newCode ?? ''} ${newName ?? ''}` : ''}   ${posts} posts, ${matters} open matters`,
    )
  const open = proposals.filter(({ plan }) => plan === null).length
  say(`${kept} kept, ${proposals.length} changes, ${open} of them only an administrator can decide, at the desk.`)
  if (!apply) {
    say('Nothing was written.')
    return false
  }
  await applied(db, county, edition, { by, at, name })
  say(open > 0 ? 'Carried out, but for those.' : 'Carried out.')
  return open > 0
}

async function applied(db: Db, county: County, { proposals }: Edition, { by, at, name }: Pick<Given, 'by' | 'at' | 'name'>): Promise<void> {
  const person = by ? await administratorByPhone(db, county, by, dayOf(at)) : undefined
  if (!person) throw new Error('--by must be the telephone number of an administrator of this county.')
  const reason = name.split(/[\\/]/).at(-1)!.slice(0, 300)
  await transact(db, async (trx) => {
    for (const [turn, { id: about, plan }] of proposals.entries()) {
      if (!plan) continue
      const id = idFor<string>('edition', county, at, about)
      orStop(await decide(trx, followers, { county, id, plan, day: dayOf(at), reason, document: '', turn, by: person, at }), at)
    }
  })
}

/** On the command line a refusal is the end. */
function orStop<T extends object>(answer: T | Refusal, now: Instant): T {
  if (isRefusal(answer)) throw new Error(sentence(answer, 'en', now))
  return answer
}
