/** Reads a later edition of the national codes and says what it seems to have changed. Writes nothing. */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import type { County, Day } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { countAll, type Follower } from '../change.server.ts'
import type { Edition, Proposal } from '../change-wire.ts'
import { readPlaces } from '../import.server.ts'
import { check } from '../import.ts'
import { levelOf, standsOn } from '../place.ts'
import { all } from '../store.server.ts'
import { compare } from './edition.ts'

/** Of all places of a county as they stand: what proposals were made from. */
export async function fingerprintOf(db: Db, county: County): Promise<string> {
  const places = await all(db, county)
  const text = JSON.stringify(places.map(({ code, name, until }) => [code, name, until]))
  return createHash('sha256').update(text).digest('base64url').slice(0, 40)
}

/** Refuses a file that cannot be read, or of which one row cannot be believed: half an edition would abolish the other half of the county. */
export async function compareEdition(
  db: Db,
  followers: readonly Follower[],
  bytes: Uint8Array,
  { name, today, county }: { name: string; today: Day; county: County },
): Promise<Edition | Refusal> {
  const read = readPlaces(bytes, name)
  if (isRefusal(read)) return read
  const rows = read.rows.filter(({ code }) => code.length <= 12)
  const places = await all(db, county)
  const { places: told, problems } = check(
    rows,
    county,
    places.filter(({ level }) => level === 'county'),
    today,
  )
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) return refuse('import.bad_rows', { line: first.line, place: first.code ?? '', count: errors.length })
  if (!told.some(({ level }) => level === 'village')) return refuse('import.bad_file', { why: 'no villages' })

  const { kept, guesses } = compare(places, told, today)
  const standing = places.filter((place) => standsOn(place, today)).map(({ code }) => code)
  const { matters, posts } = await countAll(db, followers, county, standing, today)
  const under = (numbers: ReadonlyMap<string, number>, code: string) =>
    [...numbers].reduce((sum, [at, n]) => (at.startsWith(code) ? sum + n : sum), 0)
  const names = (of: readonly { code: string; name: string }[]) => new Map<string, string>(of.map(({ code, name }) => [code, name]))
  const [now, next] = [names(places), names([...places, ...told])]
  const around = (code: string | null, of: ReadonlyMap<string, string>) => (code && code.length > 9 && of.get(code.slice(0, -3))) || null
  const proposals = guesses.map((guess): Proposal => {
    const moves = !['renamed', 'new', 'reused'].includes(guess.what)
    return {
      ...guess,
      id: `${guess.what} ${guess.code}`,
      level: levelOf(guess.code),
      within: around(guess.code, now),
      newWithin: around(guess.newCode, next),
      plan: guess.plan as Proposal['plan'],
      matters: moves ? under(matters, guess.code) : 0,
      posts: moves ? under(posts, guess.code) : 0,
    }
  })
  return { source: read.source, kept, fingerprint: await fingerprintOf(db, county), proposals }
}
