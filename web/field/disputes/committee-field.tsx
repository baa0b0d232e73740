/** Which committee takes it: one's own where it covers the place, else the village's. */
import { useTranslation } from 'react-i18next'
import { shortName } from '#modules/disputes/number.ts'
import { isMember } from '#modules/disputes/rules/sight.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import { useActor, useMe } from '#web/client/session.ts'
import { Choice } from '../matters/choice.tsx'
import { list } from './names.ts'
import { useCommittees } from './register.ts'

type Offered = { readonly place: string; readonly name: string; readonly people: readonly string[] }

/** Committees within whose place it happened. Without an answer yet, those one sits on. */
function useOffered(place: string): Offered[] {
  const { data } = useCommittees()
  const { posts } = useMe()
  const actor = useActor()
  const all: Offered[] = data
    ? data.map(({ place, name, people }) => ({ place, name, people: people.map((each) => each.name) }))
    : posts
        .filter((post) => isMember(actor, post.place as PlaceCode))
        .map((post) => ({ place: post.place, name: post.placeName, people: [] }))
  return all.filter((each) => place && covers(each.place as PlaceCode, place as PlaceCode))
}

export function useCommitteeFor(place: string): string | undefined {
  const actor = useActor()
  const offered = useOffered(place)
  const own = offered.find((each) => isMember(actor, each.place as PlaceCode))
  return (own ?? offered.find((each) => levelOf(each.place as PlaceCode) === 'village') ?? offered[0])?.place
}

export function CommitteeField({ place, chosen, onChange }: { place: string; chosen: string; onChange: (committee: string) => void }) {
  const { t } = useTranslation('disputes')
  const offered = useOffered(place)
  if (offered.length === 0) return <p className="warning">{t('field.intake.noCommittee')}</p>
  return (
    <Choice
      name={t('field.fields.committee')}
      options={offered.map(({ place, name, people }) => ({
        key: place,
        words: t('field.committeeOf', { place: shortName(name) }),
        note: people.length > 0 ? list(people) : t('field.intake.nobody'),
      }))}
      chosen={chosen}
      onChoose={onChange}
    />
  )
}
