/** `npm run people -- add-administrator NAME PHONE`: the first administrator of a county, who then adds everybody else at the desk. */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { transact } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { audit } from '#modules/people/audit-store.server.ts'
import { addPerson, grant } from '#modules/people/store.server.ts'
import { phone as Phone } from '#modules/people/wire.ts'
import { counties } from '#modules/places/store.server.ts'
import { command } from './command.ts'

const usage = `npm run people -- add-administrator NAME PHONE [--county CODE]

  Adds the first administrator of a county whose places are imported (npm run places -- import FILE), and prints a first password,
  to be changed at the first sign-in.`

/** Readable over the telephone: no 0, O, 1, l, I. */
const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'
const some = (of: string, count: number) => Array.from({ length: count }, () => of[randomInt(of.length)]).join('')

await command(async ({ db, clock, mint, accounts, say }) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { county: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  const [verb, name, typed] = positionals
  if (values.help || verb !== 'add-administrator' || !name || !typed) return say(usage)
  const phone = Phone.safeParse(typed)
  if (!phone.success) throw new Error(`${typed} is not a mobile number of eleven digits.`)
  const all = await counties(db)
  if (all.length > 1 && !values.county)
    throw new Error(`There are ${all.length} counties here. Say which: --county ${all.map(({ code }) => code).join(' | ')}`)
  const county = values.county ? all.find(({ code }) => code === values.county) : all[0]
  if (!county) throw new Error('There is no such county here. Import its places first: npm run places -- import FILE')

  const now = clock()
  if (await accounts.byPhone(phone.data))
    throw new Error(`${phone.data} belongs to somebody already. An administrator can grant posts to them at the desk.`)
  const person = { county: county.code, id: mint() as PersonId, name, phone: phone.data }
  const password = `${some(letters, 1).toUpperCase()}${some(letters, 4)}-${some(digits, 4)}`
  const hash = await accounts.hashPassword(password)
  await transact(db, async (trx) => {
    await addPerson(trx, person, now)
    await accounts.add(trx, person, hash, now)
    const post = {
      id: mint() as PostId,
      role: 'administrator' as const,
      place: county.code as string as PlaceCode,
      department: null,
      since: dayOf(now),
    }
    await grant(trx, county.code, person.id, post, null)
    await audit(trx, county.code, {
      id: mint(),
      at: now,
      by: null,
      action: 'person.added',
      subject: 'person',
      subjectId: person.id,
      facts: { post, by: 'command line' },
    })
  })
  say(`${name} is an administrator of ${county.name}. Sign in at the desk with ${phone.data} and the first password ${password}`)
})
