/**
 * Who holds which post in the demo county. Nearly every lane has its chief, nearly every grid its worker; some people hold two posts
 * (多员合一: article, D). Names are invented; the telephone numbers 138000xxxxx are nobody's.
 */

import { departments } from '#modules/categories/departments.ts'
import type { Day, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { Grid, Town, Village } from './county.ts'
import { personName } from './names.ts'
import { between, chance, pick, type Random, seeded } from './random.ts'
import { demoCounty, shown } from './shown.ts'
import type { Staff, StaffPost } from './staff.ts'

const isShown = (place: PlaceCode) => place === shown.lane || place === shown.grid || place === shown.village

type Draft = { readonly id: PersonId; readonly name: string; readonly phone: string; readonly posts: StaffPost[] }

/** `since` draws the day on which a post began. */
export function drawStaff(towns: readonly Town[], since: (random: Random) => Day): Staff[] {
  const random = seeded('staff')
  const staff: Draft[] = []

  const give = (person: Draft, role: Role, place: PlaceCode, department: string | null = null) => {
    const seat: Seat = { role, place, department }
    person.posts.push({ id: idFor<PostId>('demo', 'post', role, place, department ?? '', person.id), ...seat, since: since(random) })
    return person
  }
  const appoint = (role: Role, place: PlaceCode, department: string | null = null) => {
    const phone = `138000${String(staff.length + 1).padStart(5, '0')}`
    const person: Draft = { id: idFor<PersonId>('demo', 'person', phone), name: personName(random), phone, posts: [] }
    staff.push(person)
    return give(person, role, place, department)
  }

  const laneChiefs = ({ lanes }: Grid, worker: Draft | undefined) => {
    let last: Draft | undefined
    for (const { code } of lanes) {
      const vacant = chance(random, 0.025) && !isShown(code)
      if (vacant) continue
      const shared =
        isShown(code) || isShown(code.slice(0, 15) as PlaceCode)
          ? undefined
          : chance(random, 0.05)
            ? last
            : chance(random, 0.02)
              ? worker
              : undefined
      last = shared ? give(shared, 'lane_chief', code) : appoint('lane_chief', code)
    }
  }
  const villageStaff = ({ code, grids }: Village) => {
    const officials = Array.from({ length: grids.length > 1 || chance(random, 0.3) ? 2 : 1 }, () => appoint('village_official', code))
    for (const grid of grids) {
      const vacant = chance(random, 0.013) && !isShown(grid.code)
      const official = !isShown(code) && chance(random, 0.2) ? pick(random, officials) : undefined
      const worker = vacant ? undefined : official ? give(official, 'grid_worker', grid.code) : appoint('grid_worker', grid.code)
      laneChiefs(grid, official ? undefined : worker)
    }
  }

  for (let n = 0; n < 3; n++) {
    const officer = appoint('centre_officer', shown.county)
    give(officer, 'department_officer', shown.county, 'centre')
  }
  appoint('administrator', shown.county)
  appoint('auditor', shown.county)
  for (const { code } of departments) if (code !== 'centre') for (let n = 0; n < 2; n++) appoint('department_officer', shown.county, code)
  for (const town of towns) {
    const officers = town.villages.length > 12 ? 3 : between(random, 2, 3)
    for (let n = 0; n < officers; n++) appoint('township_officer', town.code)
    for (const village of town.villages) villageStaff(village)
  }
  // One village, one officer; an officer has up to three villages beside each other.
  for (const { villages } of towns) {
    let officer: Draft | undefined
    let more = 0
    for (const { code } of villages) {
      officer = officer && more-- > 0 ? give(officer, 'police_officer', code) : undefined
      if (officer) continue
      officer = appoint('police_officer', code)
      more = between(random, 0, 2)
    }
  }
  return staff.map((person) => ({ county: demoCounty, ...person }))
}
