/** The yearly form of a place as its asker may read it, with words. */
import type { Db } from '#db/db.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { covers, levelOf, pathName, pathOf } from '#modules/places/place.ts'
import { below, placeNames } from '#modules/places/store.server.ts'
import type { Language } from '#server/words.ts'
import { nationalTypes } from '../codes/national.ts'
import { formOf, marksOf, type Row, tally } from './form.ts'
import { above, headed, type Scope, scopeOf } from './scope.ts'
import { countedIn } from './store.server.ts'
import type { Figures, FiguresQuery } from './wire.ts'

export async function figuresFor(
  db: Db,
  actor: Actor,
  { year, place, of }: FiguresQuery,
  { now, language }: { now: Instant; language: Language },
): Promise<Figures | Refusal> {
  const scope = scopeOf(actor, { ...(place && { place }), ...(of && { of }) })
  if (isRefusal(scope)) return scope
  const [rows, choices] = await Promise.all([countedIn(db, actor.county, year), choicesOf(db, actor, now)])
  const names = await placeNames(
    db,
    actor.county,
    [scope, ...choices].flatMap((each) => pathOf(each.place)),
  )
  const { types, ...form } = formAt(actor, scope, rows)
  return {
    ...{ year, ...scope, placeName: pathName(scope.place, names), ...form },
    types: types.map((line, index) => ({ ...line, name: nationalTypes[index]![language === 'en' ? 'nameEn' : 'name'] })),
    choices: choices.map((each) => ({ ...each, name: pathName(each.place, names) })),
  } as Figures
}

function formAt(actor: Actor, { place, of }: Scope, rows: readonly Row[]) {
  if (of === 'committee') return formOf(tally(rows.filter(({ committee }) => committee === place)))
  const marks = marksOf(actor.county as string as PlaceCode, rows, headed(actor))
  return formOf(tally(rows.filter(({ committee }) => covers(place, committee))), (key) => marks.get(`${place} ${key}`))
}

/** Own committees, then the places above from the widest down to its towns. */
async function choicesOf(db: Db, actor: Actor, now: Instant): Promise<Scope[]> {
  const wide = above(actor)
  const towns = await Promise.all(
    wide.map(async (place) => (levelOf(place) === 'county' ? (await below(db, place, dayOf(now))).map(({ code }) => code) : [])),
  )
  return [
    ...headed(actor).map((place): Scope => ({ place, of: 'committee' })),
    ...[...new Set([...wide, ...towns.flat()])].map((place): Scope => ({ place, of: 'all' })),
  ]
}
