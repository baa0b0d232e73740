/**
 * Cases and petitions of every village, month by month, as the stations and the petition office reported them: over the year 146 of the
 * 189 villages had no case and 165 no petition (article, B). They follow from the rows; of last month a few that had some are still to be reported.
 */
import { monthsOver, type Report, type StandingKind } from '#modules/beats/beat.ts'
import { whyNotReport } from '#modules/beats/rules/village.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day, Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { kindOf, parentOf } from '#modules/places/place.ts'
import { between, chance, pick, seeded } from './random.ts'
import { hour, instant, midnight } from './rhythm.ts'
import { demoCounty, shown } from './shown.ts'

/** The article's villages without one, of 189. */
export const withoutAny: Readonly<Record<StandingKind, number>> = { cases: 146, petitions: 165 }

/** The twelve months before this one, and this year's. */
export function reportedMonths(today: Day): string[] {
  const months = new Set(monthsOver(today))
  for (let [day, n] = [daysAfter(`${today.slice(0, 7)}-01`, -1), 0]; n < 12; n++) {
    months.add(day.slice(0, 7))
    day = daysAfter(`${day.slice(0, 7)}-01`, -1)
  }
  return [...months].sort()
}

/** Those of the villages that had any; residents' committees in the county town all had. */
function drawSome(villages: readonly PlaceCode[], kind: StandingKind): Set<PlaceCode> {
  const random = seeded('some', kind)
  const isVillage = (code: PlaceCode) => kindOf(code) === 'village_committee'
  const mixed = villages
    .filter((code) => isVillage(code) && code !== shown.village)
    .map((code) => [random(), code] as const)
    .sort(([one], [other]) => one - other)
  const count = villages.filter(isVillage).length - withoutAny[kind]
  return new Set([...mixed.slice(0, count).map(([, code]) => code), ...villages.filter((code) => !isVillage(code))])
}

/** `reporter`: who reports for a village. */
export function drawReports(
  villages: readonly PlaceCode[],
  reporter: (kind: StandingKind, town: PlaceCode) => Actor,
  until: Instant,
): Report[] {
  const today = dayOf(until)
  const months = reportedMonths(today)
  const [thisYear, last] = [monthsOver(today), months.at(-1)!]
  return (['cases', 'petitions'] as const).flatMap((kind) => {
    const some = drawSome(villages, kind)
    return villages.flatMap((village) => {
      const random = seeded('reports', kind, village)
      const actor = reporter(kind, parentOf(village)!)
      const counts = new Map<string, number>()
      if (some.has(village)) {
        counts.set(pick(random, thisYear), 1)
        for (let n = between(random, 0, 3); n > 0; n--) {
          const month = pick(random, months)
          counts.set(month, (counts.get(month) ?? 0) + 1)
        }
      }
      // A village that had one this year has it whether or not last month is reported.
      const isMissing = some.has(village) && village !== shown.village && !counts.has(last) && chance(random, 0.3)
      return (isMissing ? months.slice(0, -1) : months).map((month): Report => {
        const after = midnight(daysAfter(`${month}-28`, 6)) + between(random, 9, 17) * hour
        const at = instant(Math.min(after, Date.parse(until) - between(random, 1, 20) * hour))
        const row = { village, month, count: counts.get(month) ?? 0 }
        const refusal = whyNotReport({ kind, rows: [row] }, actor, today)
        if (refusal) throw new Error(JSON.stringify(refusal))
        return { county: demoCounty, kind, ...row, by: actor.id, at }
      })
    })
  })
}
