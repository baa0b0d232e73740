/** How values of a dossier are said, on paper as on screens. */
import type { Day } from '#modules/kernel/ids.ts'
import type { Line, Part } from './dossier.ts'

export type Say = (key: string, facts?: Record<string, unknown>) => string

export function dayText(say: Say, day: Day | null): string {
  if (!day) return ''
  const [year, month, date] = day.split('-').map(Number)
  return say('beats:dossier.day', { year, month, day: date })
}

/** What a count is of: the unit that is said with it. */
const units: Readonly<Record<string, string>> = {
  ...{ grids: 'grids', lanes: 'lanes', households: 'households', visited: 'households', members: 'people', problems: 'places' },
  ...{ reported: 'matters', settled: 'matters', open: 'matters', late: 'matters', registered: 'matters', disputesOpen: 'matters' },
  ...{ ended: 'matters', hazardsOpen: 'places', hazard: 'places', days: 'days', advice: 'matters', entries: 'entries' },
  ...{ meetings: 'times', bulletins: 'issues' },
}

/** `dayWords`: how a day is said where that is not on paper. */
export function valueText(
  say: Say,
  { key, value }: Pick<Line, 'key' | 'value'>,
  dayWords: (say: Say, day: Day) => string = dayText,
): string {
  switch (value.is) {
    case 'text':
      return value.text || say('beats:dossier.none')
    case 'day':
      return dayWords(say, value.day)
    case 'names':
      return value.names.length > 0
        ? [...value.names, ...(value.standIns ?? []).map((name) => say('beats:dossier.standIn', { name }))].join(say('beats:dossier.comma'))
        : say('beats:dossier.vacant')
    case 'count': {
      const number = value.of === undefined ? String(value.count) : say('beats:dossier.of', { count: value.count, of: value.of })
      return units[key] ? say(`beats:dossier.units.${units[key]}`, { number }) : number
    }
    case 'people':
      return say('beats:dossier.people', { count: value.count })
    case 'hidden':
      return say(`beats:dossier.${value.as}`)
    case 'facility':
      return say(value.works ? 'beats:dossier.facilityWorks' : 'beats:dossier.facilityBroken', { spot: value.spot, count: value.count })
    case 'zero': {
      const { zero } = value
      if (zero.state === 'zero') return say('beats:dossier.zero')
      if (zero.state === 'some') return say(`beats:dossier.some.${key}`, { count: zero.count })
      return say('beats:dossier.notReported', {
        months: zero.missing.map((month) => say('beats:dossier.month', { month: Number(month.slice(5)) })).join(say('beats:dossier.comma')),
      })
    }
  }
}

/** Which parts are to be added to or renewed, in a sentence; or that none is. */
export function standText(say: Say, parts: readonly Pick<Part, 'code' | 'state'>[]): string {
  const old = parts
    .filter(({ state }) => state === 'stale' || state === 'missing')
    .map(({ code, state }) =>
      say('beats:dossier.partState', { part: say(`beats:dossier.parts.${code}`), state: say(`beats:dossier.states.${state}`) }),
    )
  return old.length > 0 ? say('beats:dossier.toMend', { parts: old.join(say('beats:dossier.semicolon')) }) : say('beats:dossier.allFresh')
}
