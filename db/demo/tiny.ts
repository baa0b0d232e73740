/**
 * Two tiny counties for tests, beside each other in one database. The codes are nobody's.
 *
 *   149901 测试县
 *     100 东山镇      201 上庄村   001 › 001 chief, 002 VACANT    002 › 001 secondChief, 002 secondChief
 *                     202 下庄村   001 › 001 otherChief, 002 otherChief
 *     101 西河镇      201 前营村   001 › 001 farChief, 002 farChief
 *                     202 后营村   001 › 001 farthestChief, 002 farthestChief
 *   149902 邻县       100 南岭镇   201 岭上村   001 › 001 foreignChief, 002 foreignChief
 */
import type { County, Day, PersonId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import { idFor } from '#modules/kernel/name-id.server.ts'
import type { Seat } from '#modules/people/actor.ts'
import type { Role } from '#modules/people/role.ts'
import type { Staff } from './staff.ts'

export { demoPassword } from './staff.ts'

/** The day on which everything in the tiny counties began. */
export const tinySince: Day = '2025-01-01'

const code = (text: string) => text as PlaceCode
const county = '149901' as County
const foreignCounty = '149902' as County

const places = {
  county: code('149901'),
  town: code('149901100'),
  village: code('149901100201'),
  grid: code('149901100201001'),
  lane: code('149901100201001001'),
  /** In the same grid as `lane`; nobody is its chief. */
  vacantLane: code('149901100201001002'),
  secondGrid: code('149901100201002'),
  secondLane: code('149901100201002001'),
  /** Another village of the same town. */
  otherVillage: code('149901100202'),
  otherGrid: code('149901100202001'),
  otherLane: code('149901100202001001'),
  /** Another town. */
  farTown: code('149901101'),
  farVillage: code('149901101201'),
  farGrid: code('149901101201001'),
  farLane: code('149901101201001001'),
  foreignCounty: code('149902'),
  foreignTown: code('149902100'),
  foreignVillage: code('149902100201'),
  foreignGrid: code('149902100201001'),
  foreignLane: code('149902100201001001'),
} as const

let calls = 0
/** Somebody of the cast: telephone numbers run 13800000001, 13800000002, … in the order below. */
function person(key: string, name: string, ...seats: readonly (readonly [Role, PlaceCode, string?])[]): Staff {
  const posts = seats.map(([role, place, department = null]) => ({
    id: idFor<PostId>('tiny', 'post', role, place, department ?? '', key),
    role,
    place,
    department,
    since: tinySince,
  }))
  const phone = `138000${String(++calls).padStart(5, '0')}`
  return { county: posts[0]!.place.slice(0, 6) as County, id: idFor<PersonId>('tiny', 'person', key), name, phone, posts }
}

const people = {
  chief: person('chief', '陈守义', ['lane_chief', places.lane]),
  secondChief: person('secondChief', '李桂兰', ['lane_chief', places.secondLane], ['lane_chief', code('149901100201002002')]),
  otherChief: person('otherChief', '王建设', ['lane_chief', places.otherLane], ['lane_chief', code('149901100202001002')]),
  farChief: person('farChief', '张玉梅', ['lane_chief', places.farLane], ['lane_chief', code('149901101201001002')]),
  farthestChief: person('farthestChief', '赵小龙', ['lane_chief', code('149901101202001001')], ['lane_chief', code('149901101202001002')]),
  gridWorker: person('gridWorker', '刘秀英', ['grid_worker', places.grid]),
  secondGridWorker: person('secondGridWorker', '杨铁柱', ['grid_worker', places.secondGrid]),
  otherGridWorker: person('otherGridWorker', '孙海燕', ['grid_worker', places.otherGrid]),
  farGridWorker: person('farGridWorker', '周志强', ['grid_worker', places.farGrid]),
  /** Two posts in one hand (多员合一): village official and grid worker. */
  farthestOfficial: person(
    'farthestOfficial',
    '吴改花',
    ['village_official', code('149901101202')],
    ['grid_worker', code('149901101202001')],
  ),
  official: person('official', '郑国庆', ['village_official', places.village]),
  otherOfficial: person('otherOfficial', '冯爱民', ['village_official', places.otherVillage]),
  farOfficial: person('farOfficial', '卫东方', ['village_official', places.farVillage]),
  township: person('township', '柴文斌', ['township_officer', places.town]),
  /** Shares the township officer's seat. */
  colleague: person('colleague', '樊丽娟', ['township_officer', places.town]),
  farTownship: person('farTownship', '史永红', ['township_officer', places.farTown]),
  city: person('city', '宁志刚', ['department_officer', places.county, 'city']),
  housing: person('housing', '贾春霞', ['department_officer', places.county, 'housing']),
  police: person('police', '申军', ['department_officer', places.county, 'police']),
  justice: person('justice', '许慧', ['department_officer', places.county, 'justice']),
  discipline: person('discipline', '裴正', ['department_officer', places.county, 'discipline']),
  centre: person('centre', '梁敏', ['centre_officer', places.county]),
  administrator: person('administrator', '任立新', ['administrator', places.county]),
  auditor: person('auditor', '乔岩', ['auditor', places.county]),
  foreignChief: person('foreignChief', '高平', ['lane_chief', places.foreignLane], ['lane_chief', code('149902100201001002')]),
  foreignGridWorker: person('foreignGridWorker', '马兰', ['grid_worker', places.foreignGrid]),
  foreignOfficial: person('foreignOfficial', '胡进', ['village_official', places.foreignVillage]),
  foreignTownship: person('foreignTownship', '郭伟', ['township_officer', places.foreignTown]),
  foreignCentre: person('foreignCentre', '何静', ['centre_officer', places.foreignCounty]),
  foreignAdministrator: person('foreignAdministrator', '罗成', ['administrator', places.foreignCounty]),
} as const satisfies Record<string, Staff>

/** The seat of somebody of the cast: the first of their posts. */
export const seatOf = (who: keyof typeof people): Seat => {
  const { role, place, department } = people[who].posts[0]!
  return { role, place, department }
}

export const tiny = { county, foreignCounty, places, people } as const

/** The tiny counties' divisions, as the national codes are kept. */
export const tinyCodes = [
  {
    province: { code: '14', name: '测试省' },
    city: { code: '1499', name: '测试市' },
    county: { code: county, name: '测试县' },
    divisions: [
      {
        code: '149901100',
        name: '东山镇',
        villages: [
          { code: '149901100201', name: '上庄村委会' },
          { code: '149901100202', name: '下庄村委会' },
        ],
      },
      {
        code: '149901101',
        name: '西河镇',
        villages: [
          { code: '149901101201', name: '前营村委会' },
          { code: '149901101202', name: '后营村委会' },
        ],
      },
    ],
  },
  {
    province: { code: '14', name: '测试省' },
    city: { code: '1499', name: '测试市' },
    county: { code: foreignCounty, name: '邻县' },
    divisions: [{ code: '149902100', name: '南岭镇', villages: [{ code: '149902100201', name: '岭上村委会' }] }],
  },
] as const

/** Their grids and lanes, as a township's spreadsheet would have them: all lie within a few kilometres. */
export function tinyLanes(of: (typeof tinyCodes)[number]): string {
  const lines = ['编码,名称,户数,范围,纬度,经度']
  for (const [t, { villages }] of of.divisions.entries())
    for (const [v, village] of villages.entries()) {
      const grids = village.code === places.village ? 2 : 1
      for (let g = 1; g <= grids; g++) {
        const grid = `${village.code}00${g}`
        const [south, west] = [35.4 + t * 0.1 + v * 0.03, 111.5 + g * 0.004 + (of.county.code === foreignCounty ? 0.5 : 0)]
        lines.push(`${grid},第${g}网格,50,,${south.toFixed(4)},${west.toFixed(4)}`)
        for (let l = 1; l <= 2; l++)
          lines.push(`${grid}00${l},${'一二'[l - 1]}巷,25,${l}排房至大路,${south.toFixed(4)},${(west + l * 0.001).toFixed(4)}`)
      }
    }
  return lines.join('\n')
}
