/**
 * The demo county's mediation committees: one in every village and residents' committee, 625 members in all (article, C), each with a head
 * and at least one woman (人民调解法 art. 8); and a judicial office in every town. Some members hold another post in the village already
 * (多员合一). Names are invented; the telephone numbers 138000xxxxx are nobody's.
 */
import { membersAtLeast, membersAtMost } from '#modules/bodies/committee.ts'
import type { Day, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Role } from '#modules/people/role.ts'
import type { Town, Village } from './county.ts'
import { isWomansName, personName, womansName } from './names.ts'
import { between, chance, pick, type Random, seeded, sharedOut } from './random.ts'
import { demoCounty, shown } from './shown.ts'
import type { Staff, StaffPost } from './staff.ts'

/** The article's number of members of mediation committees. */
export const memberCount = 625

export type Committee = {
  readonly place: PlaceCode
  readonly electedOn: Day
  readonly members: readonly { readonly id: PersonId; readonly isWoman: boolean }[]
}

/** The staff with those who mediate among them, and what the committees' register says. */
export function drawCommittees(towns: readonly Town[], staff: readonly Staff[], year: number): { staff: Staff[]; committees: Committee[] } {
  const random = seeded('committees')
  const people = new Map(staff.map((person) => [person.id, { ...person, posts: [...person.posts] }]))
  const sitting = new Map<string, PersonId[]>()
  for (const { id, posts } of staff)
    for (const { role, place } of posts) sitting.set(`${role} ${place}`, [...(sitting.get(`${role} ${place}`) ?? []), id])

  const give = (id: PersonId, role: Role, place: PlaceCode, since: Day) => {
    const post: StaffPost = { id: idFor<PostId>('demo', 'post', role, place, '', id), role, place, department: null, since }
    people.get(id)!.posts.push(post)
    return id
  }
  const appoint = (name: string): PersonId => {
    const phone = `138000${String(people.size + 1).padStart(5, '0')}`
    const id = idFor<PersonId>('demo', 'person', phone)
    people.set(id, { county: demoCounty, id, name, phone, posts: [] })
    return id
  }
  const member = (id: PersonId) => ({ id, isWoman: isWomansName(people.get(id)!.name) })

  const villageCommittee = ({ code, grids }: Village, count: number): Committee => {
    const electedOn = electionOf(random, code, year)
    const others = (role: Role, places: readonly PlaceCode[]) => places.flatMap((place) => sitting.get(`${role} ${place}`) ?? [])
    const officials = others('village_official', [code])
    const neighbours = [
      ...others(
        'grid_worker',
        grids.map((grid) => grid.code),
      ),
      ...others(
        'lane_chief',
        grids.flatMap(({ lanes }) => lanes.map((lane) => lane.code)),
      ),
    ]
    const taken = new Set<PersonId>()
    const take = (from: readonly PersonId[], share: number): PersonId => {
      const free = code === shown.village ? [] : from.filter((id) => !taken.has(id) && people.get(id)!.posts.length < 3)
      const id = free.length > 0 && chance(random, share) ? pick(random, free) : appoint(personName(random))
      taken.add(id)
      return id
    }
    const head = give(take(officials, 0.6), 'mediation_head', code, electedOn)
    const woman = give(appoint(womansName(random)), 'mediator', code, electedOn)
    const rest = Array.from({ length: count - 2 }, () => give(take(neighbours, 0.4), 'mediator', code, electedOn))
    const known = { id: woman, isWoman: true }
    return { place: code, electedOn, members: [member(head), known, ...rest.map(member)] }
  }
  const judicialOffice = ({ code }: Town): Committee => {
    const electedOn = `${year - 2}-09-01`
    const officers = [womansName(random), personName(random), personName(random)].map((name) =>
      give(appoint(name), 'judicial_officer', code, electedOn),
    )
    return { place: code, electedOn, members: officers.map((id, index) => (index === 0 ? { id, isWoman: true } : member(id))) }
  }

  const villages = towns.flatMap((town) => town.villages)
  const counts = sharedOut(
    memberCount,
    villages.map(({ grids }) => Math.max(0.1, grids.flatMap(({ lanes }) => lanes).length - 12)),
    membersAtLeast,
  )
  const committees = [
    ...villages.map((village, index) => villageCommittee(village, Math.min(membersAtMost, counts[index]!))),
    ...towns.map(judicialOffice),
  ]
  return { staff: [...people.values()], committees }
}

/** Mostly at the last election of villages; in a few the three years are over and nobody has held the next. */
const electionOf = (random: Random, place: PlaceCode, year: number): Day =>
  place !== shown.village && chance(random, 0.03) ? `${year - 4}-11-20` : `${year - 2}-0${between(random, 3, 6)}-${between(random, 10, 28)}`
