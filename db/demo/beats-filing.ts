/** Writes the villages' year in bulk: records with the events that they fold to, and the plain rows beside them. */
import { setImmediate } from 'node:timers/promises'
import type { Report } from '#modules/beats/beat.ts'
import { installDuties } from '#modules/duties/store.server.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Opened } from '#server/start.ts'
import { insertRows } from '../rows.ts'
import type { BeatLife } from './beats-life.ts'
import type { BeatPeople } from './beats-people.ts'
import { drawReports } from './beats-reports.ts'
import { liveBeats, type VillageYear } from './beats-year.ts'
import type { Town } from './county.ts'
import { hour, instant, midnight } from './rhythm.ts'
import { demoCounty } from './shown.ts'
import type { Staff } from './staff.ts'

type Into = Pick<Opened, 'db' | 'secrets'>

const county = demoCounty

/** In the shape in which modules/beats/store.server.ts records one. */
const eventRows = ({ record: { id }, events }: BeatLife) =>
  events.map(({ version, type, commandId, by, at, ...facts }) => ({
    ...{ county, subjectId: id, version, subject: 'beat', type, commandId, byPerson: by, at, facts, isTold: true },
  }))

async function fileVillages({ db, secrets }: Into, { records, bulletins, clues, groups, facilities }: VillageYear): Promise<void> {
  await insertRows(
    db,
    'beatRecords',
    records.map(({ record: { by: byPerson, ...row } }) => ({ ...row, byPerson })),
  )
  await insertRows(db, 'events', records.flatMap(eventRows))
  await insertRows(
    db,
    'bulletins',
    bulletins.map(({ by: byPerson, at: publishedAt, ...row }) => ({ county, ...row, byPerson, publishedAt, withdrawnAt: null })),
  )
  await insertRows(
    db,
    'clues',
    clues.map(({ by: byPerson, words, source, ...row }) => ({
      ...{ county, ...row, byPerson, words: secrets.seal(words), source: source === null ? null : secrets.seal(source) },
    })),
  )
  await insertRows(
    db,
    'contactGroups',
    groups.map((row) => ({ county, ...row, endedOn: null })),
  )
  await insertRows(
    db,
    'villageFacilities',
    facilities.map(({ by: byPerson, ...row }) => ({ county, ...row, byPerson, endedOn: null })),
  )
}

async function fileAround({ db }: Into, { past, leaves }: BeatPeople, reports: readonly Report[]): Promise<void> {
  await insertRows(
    db,
    'posts',
    past.map(({ person: personId, ...post }) => ({ county, ...post, personId, grantedBy: null })),
  )
  await insertRows(
    db,
    'leaves',
    leaves.map(({ by: byPerson, enteredOn, villages: _, ...leave }) => ({
      ...leave,
      byPerson,
      at: instant(midnight(enteredOn) + 10 * hour),
    })),
  )
  await insertRows(
    db,
    'villageReports',
    reports.map(({ by: byPerson, ...row }) => ({ ...row, byPerson })),
  )
  await installDuties(db, county)
}

const inDepartment = (staff: readonly Staff[], department: string): readonly Actor[] =>
  staff
    .filter(({ posts }) => posts.some((post) => post.department === department))
    .map(({ id, county: of, name, posts }) => ({ id, county: of, name, posts: posts.map(({ since: _, ...post }) => post) }))

/** Writes ten villages while the next are drawn. In the caller's transaction. */
export async function fileBeats(into: Into, towns: readonly Town[], people: BeatPeople, now: Instant): Promise<string> {
  const begin = daysAfter(dayOf(now), -364)
  const [petitions] = inDepartment(people.staff, 'petitions')
  const bureau: PersonId[] = inDepartment(people.staff, 'police').map(({ id }) => id)
  const villages = towns.flatMap((town) => town.villages.map(({ code }) => code))
  const reports = drawReports(villages, (kind, town) => (kind === 'cases' ? people.stations.get(town)! : petitions!), now)
  const cases = new Map(reports.filter(({ kind }) => kind === 'cases').map(({ village, month, count }) => [`${village} ${month}`, count]))
  await fileAround(into, people, reports)
  const count = { records: 0, bulletins: 0, clues: 0, groups: 0, facilities: 0 }
  let filing = Promise.resolve()
  for (const year of liveBeats(towns, people, (village: PlaceCode, month) => cases.get(`${village} ${month}`), bureau, begin, now)) {
    for (const what of ['records', 'bulletins', 'clues', 'groups', 'facilities'] as const) count[what] += year[what].length
    filing = filing.then(() => fileVillages(into, year))
    await Promise.race([filing, setImmediate()])
  }
  await filing
  return `${count.records} records, ${count.bulletins} bulletins, ${count.clues} clues, ${count.groups} groups, ${count.facilities} facilities`
}
