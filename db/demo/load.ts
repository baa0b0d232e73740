/** Fills an empty database with the demo county, for a first start. */
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { installCatalogue } from '#modules/categories/store.server.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, Instant } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { isOpen } from '#modules/matters/matter.ts'
import { installNotices } from '#modules/notices/store.server.ts'
import { importFile } from '#modules/places/import.server.ts'
import { levelOf } from '#modules/places/place.ts'
import type { Opened } from '#server/start.ts'
import { fileBeats } from './beats-filing.ts'
import { drawBeatPeople } from './beats-people.ts'
import { planChanges } from './changes.ts'
import { drawCommittees } from './committees.ts'
import { divisionsFile, drawCounty, spreadsheetOf } from './county.ts'
import { fileCommittees, fileDisputes } from './disputes-filing.ts'
import { liveDisputes } from './disputes-year.ts'
import { fileYear } from './filing.ts'
import { groundOf } from './ground.ts'
import type { Life } from './life.ts'
import { between, type Random } from './random.ts'
import { drawStaff } from './roster.ts'
import { demoCounty } from './shown.ts'
import { enrol } from './staff.ts'
import { liveYear } from './year.ts'

/** Through the product's own importer; a file that it would refuse or warn about is a mistake here. */
async function importPlaces(db: Db, text: string, name: string, since: Day): Promise<void> {
  const report = await importFile(db, Buffer.from(text), { name, dryRun: false, today: since })
  if (isRefusal(report)) throw new Error(`${name}: ${JSON.stringify(report)}`)
  if (!report.written || report.problems.length > 0) throw new Error(`${name}: ${JSON.stringify(report.problems.slice(0, 5))}`)
}

/**
 * The demo county, up to the opened clock's present moment, whole or not at all. The database holds no county yet.
 * A line for each stage goes to `say`.
 */
export async function loadDemo(opened: Opened, say: (line: string) => void): Promise<void> {
  await opened.db.transaction().execute((db) => load({ ...opened, db }, opened.clock(), say))
  await sql`vacuum analyze`.execute(opened.db) // else the first pages wait until the database has learnt by itself what it holds
}

async function load(opened: Opened, now: Instant, say: (line: string) => void): Promise<void> {
  const { db } = opened
  const year = Number(dayOf(now).slice(0, 4))
  const begun = `${year - 3}-01-01` // long before the first event
  const sinceWhen = (random: Random): Day => `${year - between(random, 2, 3)}-${String(between(random, 1, 12)).padStart(2, '0')}-01`
  const stage = async (name: string, work: () => Promise<string>) => {
    const started = performance.now()
    const counted = await work()
    say(`${name}: ${counted}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }

  const towns = drawCounty()
  await stage('demo places', async () => {
    await importPlaces(db, divisionsFile, 'jiangxian-2019.json', begun)
    await importPlaces(db, spreadsheetOf(towns), 'grids-and-lanes.csv', begun)
    await installCatalogue(db, demoCounty)
    await installNotices(db, demoCounty)
    const villages = towns.flatMap((town) => town.villages)
    const grids = villages.flatMap((village) => village.grids)
    return `${towns.length} towns, ${villages.length} villages and committees, ${grids.length} grids, ${grids.flatMap(({ lanes }) => lanes).length} lanes`
  })
  const drawn = drawCommittees(towns, drawStaff(towns, sinceWhen), year)
  const people = drawBeatPeople(towns, drawn.staff, daysAfter(dayOf(now), -364), dayOf(now))
  const [{ staff }, { committees }] = [people, drawn]
  await stage('demo people', async () => {
    await enrol(opened, staff, `${begun}T00:00:00.000Z`)
    await fileCommittees(opened, committees, now)
    return `${staff.length} people, ${staff.flatMap(({ posts }) => posts).length} posts`
  })
  const ground = groundOf(staff)
  const mediation = liveDisputes(towns, ground, now)
  await stage('demo matters', async () => {
    const lives = await fileYear(opened, withMediated(liveYear(towns, ground, now), mediation.matters))
    const events = lives.reduce((sum, life) => sum + life.events.length, 0)
    const open = lives.filter(({ matter }) => isOpen(matter))
    const late = open.filter(({ matter }) => matter.lateAt! < now)
    const administrator = staff.find(({ posts }) => posts.some(({ role }) => role === 'administrator'))
    if (administrator) await planChanges(db, towns, administrator.id, now)
    return `${lives.length} matters with ${events} events, ${open.length} open, ${late.length} of them late`
  })
  await stage('demo disputes', async () => {
    await fileDisputes(opened, mediation.disputes)
    const events = mediation.disputes.reduce((sum, life) => sum + life.events.length, 0)
    const villages = committees.filter(({ place }) => levelOf(place) === 'village')
    const members = villages.reduce((sum, committee) => sum + committee.members.length, 0)
    const offices = committees.length - villages.length
    return `${mediation.disputes.length} files with ${events} events, ${villages.length} committees with ${members} members, ${offices} judicial offices`
  })
  await stage('demo villages', () => fileBeats(opened, towns, people, now))
}

/** The year's matters, and those that a mediation committee took. */
function* withMediated(year: Iterable<Life[]>, mediated: readonly Life[]): Generator<readonly Life[]> {
  yield* year
  yield mediated
}
