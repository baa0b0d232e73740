/** What `npm start` prints about signing in. */

import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PersonId, PlaceCode } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Role } from '#modules/people/role.ts'
import { holdersOf } from '#modules/people/store.server.ts'
import { pathOf } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import { demoCounty, shown } from './shown.ts'
import { demoPassword } from './staff.ts'

/** From the lane up: one chain of people through whose hands a matter goes, then those who keep the system. */
const cast: readonly { role: Role; title: string; place: PlaceCode; department: string | null }[] = [
  { role: 'lane_chief', title: '街巷长', place: shown.lane, department: null },
  { role: 'grid_worker', title: '网格员', place: shown.grid, department: null },
  { role: 'village_official', title: '村干部', place: shown.village, department: null },
  { role: 'township_officer', title: '乡镇干部', place: shown.town, department: null },
  { role: 'mediator', title: '调解员', place: shown.village, department: null },
  { role: 'mediation_head', title: '调委会主任', place: shown.village, department: null },
  { role: 'judicial_officer', title: '司法所', place: shown.town, department: null },
  { role: 'police_officer', title: '包村民警', place: shown.village, department: null },
  { role: 'legal_adviser', title: '法律顾问', place: shown.village, department: null },
  { role: 'station_officer', title: '派出所', place: shown.town, department: null },
  { role: 'department_officer', title: '县综合执法局', place: shown.county, department: shown.department },
  { role: 'centre_officer', title: '县综治中心', place: shown.county, department: null },
  { role: 'administrator', title: '系统管理员', place: shown.county, department: null },
  { role: 'auditor', title: '审计员', place: shown.county, department: null },
]

/** Whether the county in the database is the invented one, and not the real county at work. */
const isDemo = async (db: Db): Promise<boolean> =>
  (await db
    .selectFrom('people')
    .select('id')
    .where('county', '=', demoCounty)
    .where('id', '=', idFor<PersonId>('demo', 'person', '13800000001'))
    .executeTakeFirst()) !== undefined

/** The demo county's sign-ins, one for each kind of user, and a notice board's address; without the demo, how to begin. */
export async function signIns(db: Db, now: Instant = new Date().toISOString()): Promise<string[]> {
  if (!(await isDemo(db)))
    return [
      '1. The places of a county:   npm run places -- import FILE',
      '2. Its first administrator:  npm run people -- add-administrator NAME PHONE',
      'Both with the same MAPLEBRIDGE_DATA or DATABASE_URL as here.',
    ]
  const names = await placeNames(db, demoCounty, pathOf(shown.lane))
  const lines: string[] = []
  for (const { title, ...seat } of cast) {
    const [holder] = await holdersOf(db, demoCounty, seat, dayOf(now))
    if (!holder) continue
    const place =
      pathOf(seat.place)
        .slice(1)
        .map((code) => names.get(code))
        .join(' ') || names.get(seat.place)
    lines.push(`${holder.phone}  ${title} ${holder.name}  ${place}`)
  }
  return [
    `演示县 demo county, everybody's password  ${demoPassword}`,
    ...lines,
    `公示牌 notice board of ${names.get(shown.lane)}  /l/${shown.lane}`,
  ]
}
