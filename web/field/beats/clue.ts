/** A clue on the phone: to whom it can go, what it is kept as while it is written, and those that have not arrived. Pure. */
import { type TownUnit, townUnits } from '#modules/beats/clues/unit.ts'
import type { Department } from '#modules/categories/category.ts'
import type { Day } from '#modules/kernel/ids.ts'
import type { Entry } from '#web/client/outbox-rules.ts'

/** Half-written, it belongs to its village. */
export const draftOf = (village: string) => `beat/clue/${village}`

const nearest = Object.keys(townUnits) as TownUnit[]
/** The department that most clues go to that leave the town. */
export const bureau = 'police'

/** Codes: the town's offices and the bureau at once, the rest behind one tap. Before the departments are here the first can be chosen all the same. */
export function unitsOffered(departments: readonly Pick<Department, 'code'>[] | undefined): { first: string[]; rest: string[] } {
  const codes = (departments ?? [{ code: bureau }]).map(({ code }) => code).filter((code) => !Object.hasOwn(townUnits, code))
  return { first: [...nearest, ...codes.filter((code) => code === bureau)], rest: codes.filter((code) => code !== bureau) }
}

export type UnsentClue = { readonly id: string; readonly village: string; readonly on: Day; readonly unit: string }

/** Written without signal, the newest first. What they say stays closed: whoever holds the phone sees this list. */
export const unsentClues = (entries: readonly Entry[]): UnsentClue[] =>
  entries
    .filter(({ path, state }) => path === '/beats/clues' && state !== 'refused')
    .map(({ subject, body }) => ({
      id: subject.id,
      village: String(body['village']),
      on: String(body['on']),
      unit: String(body['unit']),
    }))
    .reverse()
