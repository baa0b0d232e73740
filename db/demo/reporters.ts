/** How to reach who reported: sealed as the product seals it. Names are invented, and the telephone numbers nobody's. */
import { sealedContact } from '#modules/matters/file.server.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Life } from './life.ts'
import { personName } from './names.ts'
import { between, type Random, seeded, weighted } from './random.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const trackingCode = (random: Random) => Array.from({ length: 16 }, () => letters[Math.floor(random() * 32)]).join('')

const phone = (random: Random) => `138000${between(random, 50_000, 99_999)}`

/** One row for each resident's report, and for most of those that somebody rang in. */
export function reporterRows(lives: readonly Life[], secrets: Secrets) {
  return lives.flatMap(({ matter: { county, id, source, reportedAt } }) => {
    const random = seeded('reporter', id)
    const given = weighted(random, [
      ['both', 50],
      ['phone', 15],
      ['none', source === 'web' ? 35 : 8],
    ] as const)
    const name = given === 'both' ? personName(random) : undefined
    const contact = given === 'none' ? undefined : { name, phone: phone(random) }
    const tracking = source === 'web' ? trackingCode(random) : null
    return source === 'staff' || (tracking === null && !contact)
      ? []
      : [{ county, matterId: id, id, joinedAt: reportedAt, ...sealedContact(contact, secrets, tracking) }]
  })
}
