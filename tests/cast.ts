/**
 * The usual cast: two small counties in which every test plays.
 *
 *   149901 测试县    100 东镇    201 河湾村    001 grid    001 槐树巷 (chief)    002 后街 (nobody is its chief)
 *                               202 坡上村    001 grid    001 前街
 *                   101 西镇    201 西沟村    001 grid    001 井台巷
 *   149902 邻县      100 南镇    201 南庄村    001 grid    001 南头巷
 */

import { installCatalogue } from '#modules/categories/store.server.ts'
import { installDuties } from '#modules/duties/store.server.ts'
import type { County, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import { installNotices } from '#modules/notices/store.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import { addPerson, grant } from '#modules/people/store.server.ts'
import { kindOf, levelOf, type Place } from '#modules/places/place.ts'
import { measure, put, putCounty } from '#modules/places/store.server.ts'
import type { Opened } from '#server/start.ts'

export const demoPassword = 'Fengqiao-2018'

const code = (text: string) => text as PlaceCode
const county = (text: string) => text as County

export const places = {
  county: code('149901'),
  eastTown: code('149901100'),
  village: code('149901100201'),
  grid: code('149901100201001'),
  lane: code('149901100201001001'),
  vacantLane: code('149901100201001002'),
  nextVillage: code('149901100202'),
  nextGrid: code('149901100202001'),
  nextLane: code('149901100202001001'),
  westTown: code('149901101'),
  westVillage: code('149901101201'),
  westGrid: code('149901101201001'),
  westLane: code('149901101201001001'),
  farCounty: code('149902'),
  farTown: code('149902100'),
  farVillage: code('149902100201'),
  farGrid: code('149902100201001'),
  farLane: code('149902100201001001'),
} as const

const names: Record<keyof typeof places, string> = {
  county: '测试县',
  eastTown: '东镇',
  village: '河湾村委会',
  grid: '第一网格',
  lane: '槐树巷',
  vacantLane: '后街',
  nextVillage: '坡上村委会',
  nextGrid: '第一网格',
  nextLane: '前街',
  westTown: '西镇',
  westVillage: '西沟村委会',
  westGrid: '第一网格',
  westLane: '井台巷',
  farCounty: '邻县',
  farTown: '南镇',
  farVillage: '南庄村委会',
  farGrid: '第一网格',
  farLane: '南头巷',
}

const person = (number: number, name: string, place: keyof typeof places, role?: Role, department: string | null = null) => ({
  id: idFor<PersonId>('cast', String(number)),
  name,
  phone: `138000${String(90000 + number)}`,
  county: county(places[place].slice(0, 6)),
  seat: role ? ({ role, place: places[place], department } satisfies Seat) : undefined,
})

export const people = {
  chief: person(1, '张街长', 'lane', 'lane_chief'),
  gridWorker: person(2, '李网格', 'grid', 'grid_worker'),
  official: person(3, '王村官', 'village', 'village_official'),
  township: person(4, '赵乡镇', 'eastTown', 'township_officer'),
  housing: person(5, '钱住建', 'county', 'department_officer', 'housing'),
  police: person(6, '孙公安', 'county', 'department_officer', 'police'),
  centre: person(7, '周中心', 'county', 'centre_officer'),
  administrator: person(8, '吴管理', 'county', 'administrator'),
  auditor: person(9, '郑审计', 'county', 'auditor'),
  nobody: person(10, '冯无岗', 'county'),
  nextChief: person(11, '陈邻巷', 'nextLane', 'lane_chief'),
  nextGridWorker: person(12, '褚邻格', 'nextGrid', 'grid_worker'),
  nextOfficial: person(13, '卫邻村', 'nextVillage', 'village_official'),
  westTownship: person(14, '蒋西镇', 'westTown', 'township_officer'),
  westChief: person(15, '沈井台', 'westLane', 'lane_chief'),
  farChief: person(16, '韩南头', 'farLane', 'lane_chief'),
  farOfficial: person(17, '杨南庄', 'farVillage', 'village_official'),
  farTownship: person(18, '朱南镇', 'farTown', 'township_officer'),
  farCentre: person(19, '秦中心', 'farCounty', 'centre_officer'),
  farAdministrator: person(20, '尤管理', 'farCounty', 'administrator'),
  farAuditor: person(21, '许审计', 'farCounty', 'auditor'),
  farHousing: person(22, '何住建', 'farCounty', 'department_officer', 'housing'),
  westOfficial: person(23, '吕西沟', 'westVillage', 'village_official'),
  villagePolice: person(25, '张民警', 'village', 'police_officer'),
  nextPolice: person(26, '孔邻警', 'nextVillage', 'police_officer'),
  farPolice: person(27, '曹南警', 'farVillage', 'police_officer'),
  mediationHead: person(28, '严主任', 'village', 'mediation_head'),
  mediator: person(29, '华调解', 'village', 'mediator'),
  otherMediator: person(30, '金调解', 'village', 'mediator'),
  nextMediator: person(31, '魏邻调', 'nextVillage', 'mediator'),
  nextHead: person(32, '陶邻主', 'nextVillage', 'mediation_head'),
  judicial: person(33, '姜司法', 'eastTown', 'judicial_officer'),
  westJudicial: person(34, '戚西司', 'westTown', 'judicial_officer'),
  justice: person(35, '谢司法', 'county', 'department_officer', 'justice'),
  farMediator: person(36, '邹南调', 'farVillage', 'mediator'),
  farHead: person(37, '喻南主', 'farVillage', 'mediation_head'),
  farJudicial: person(38, '柏南司', 'farTown', 'judicial_officer'),
  adviser: person(39, '水律师', 'village', 'legal_adviser'),
  nextAdviser: person(40, '窦邻律', 'nextVillage', 'legal_adviser'),
  station: person(41, '章所长', 'eastTown', 'station_officer'),
  westStation: person(42, '云西所', 'westTown', 'station_officer'),
  petitions: person(43, '苏信访', 'county', 'department_officer', 'petitions'),
  farGridWorker: person(24, '施南格', 'farGrid', 'grid_worker'),
} as const

export const cast = { places, people, password: demoPassword } as const

/** Puts the two counties and everybody in them into an empty database. */
export async function loadCast({ db, accounts }: Pick<Opened, 'db' | 'accounts'>): Promise<void> {
  const [since, now] = ['2025-01-01', '2025-01-01T00:00:00.000Z']
  const hash = await accounts.hashPassword(demoPassword)
  for (const [code, name] of [
    ['149901', '测试县'],
    ['149902', '邻县'],
  ] as const) {
    await putCounty(db, { code: county(code), name, city: '测试市', province: '测试省' })
    const own = Object.entries(places).filter(([, each]) => each.startsWith(code))
    await put(
      db,
      own
        .map(([key, each]) => placeOf(each, names[key as keyof typeof places], since))
        .sort((one, other) => one.code.length - other.code.length),
    )
    await measure(db, county(code))
    await installCatalogue(db, county(code))
    await installNotices(db, county(code))
    await installDuties(db, county(code))
  }
  for (const { seat, ...each } of Object.values(people)) {
    await addPerson(db, each, now)
    await accounts.add(db, each, hash, now, false)
    if (seat) await grant(db, each.county, each.id, { ...seat, id: idFor<PostId>('cast post', each.id), since }, null)
  }
}

const placeOf = (code: PlaceCode, name: string, since: string): Place => ({
  county: county(code.slice(0, 6)),
  code,
  name,
  level: levelOf(code),
  kind: kindOf(code),
  households: code.length === 18 ? 24 : null,
  scope: code.length === 18 ? '东至村委会,西至槐树坡' : null,
  latitude: 35.5 + Number(code.slice(-3)) / 10_000,
  longitude: 111.5 + Number(code.slice(6, 9)) / 10_000,
  since,
  until: null,
})
