/**
 * What a reader may be told of the evidence behind a duty: that it was there and when, never at which door, nor which clue or dispute it was.
 * Those are read where they are kept, by whom they are for. One's own clues are one's own. Pure.
 */
import type { PersonId } from '#modules/kernel/ids.ts'
import type { Evidence } from './duty.ts'
import type { Standings } from './reply.ts'

const isKept = ({ kind, link, by }: Evidence, reader: PersonId) => (kind === 'clue' || link === '/disputes') && by !== reader

export function shownTo(standings: Standings, reader: PersonId): Standings {
  const names = new Map(standings.evidence.filter((each) => isKept(each, reader)).map(({ id, kind }, at) => [id, `${kind} ${at + 1}`]))
  const named = (id: string) => names.get(id) ?? id
  return {
    ...standings,
    evidence: standings.evidence.map((each) => ({
      ...each,
      ...{ id: named(each.id), key: null, link: names.has(each.id) ? '' : each.link },
    })),
    standings: standings.standings.map((standing) => ({
      ...standing,
      states: standing.states.map((state) => ({
        ...state,
        windows: state.windows.map((window) => ({
          ...window,
          needs: window.needs.map((need) => ({ ...need, counted: need.counted.map(named) })),
        })),
      })),
    })),
  }
}
