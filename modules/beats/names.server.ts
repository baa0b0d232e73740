/** The words a person reads beside a record: who, where. What was heard at a door is read by those who work there. */
import type { Db } from '#db/db.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Actor } from '#modules/people/actor.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { covers } from '#modules/places/place.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { BeatRecord } from './beat.ts'
import type { RecordRow } from './reply.ts'

/** Officer and adviser of the village, their station and judicial office. */
const hears: readonly string[] = ['police_officer', 'legal_adviser', 'station_officer', 'judicial_officer']

const shown = (actor: Actor, record: BeatRecord): BeatRecord =>
  record.by === actor.id || actor.posts.some(({ role, place }) => hears.includes(role) && covers(place, record.village))
    ? record
    : { ...record, facts: silent(record.facts), disputeId: null, voided: record.voided === null ? null : '' }

/** Of what may name a door or a person, that it is there and no more. */
function silent(facts: BeatRecord['facts']): BeatRecord['facts'] {
  switch (facts.kind) {
    case 'visit':
      return { ...facts, house: '', heard: '', promised: facts.promised === null ? null : '' }
    case 'advice':
      return { ...facts, question: '', answer: '' }
    case 'day':
      return { ...facts, plan: null }
    case 'help':
      return { ...facts, what: '' }
    default:
      return facts
  }
}

export async function rowsOf(db: Db, actor: Actor, records: readonly BeatRecord[]): Promise<RecordRow[]> {
  if (records.length === 0) return []
  const lanes = records.flatMap(({ facts }): PlaceCode[] => (facts.kind === 'visit' ? [facts.lane] : []))
  const [people, places] = await Promise.all([
    namesOf(
      db,
      actor.county,
      records.map(({ by }) => by),
    ),
    placeNames(db, actor.county, [...records.map(({ village }) => village), ...lanes]),
  ])
  return records.map((record) => ({
    record: shown(actor, record),
    byName: people.get(record.by) ?? '',
    villageName: places.get(record.village) ?? record.village,
    laneName: record.facts.kind === 'visit' ? (places.get(record.facts.lane) ?? null) : null,
  }))
}
