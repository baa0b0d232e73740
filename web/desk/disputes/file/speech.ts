/** How the desk says what the rules give as codes and ids: names, days, events and refusals. */
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { type Speech, type Told, telling } from '#modules/disputes/telling.ts'
import type { Fact, Refusal } from '#modules/kernel/refusal.ts'
import type { Seat } from '#modules/people/actor.ts'
import { seatWords } from '#web/ui/seat.ts'
import { sayHere } from '../../trouble.tsx'
import { useDayWords } from '../due.tsx'

type Named = Pick<DisputeFile, 'identities' | 'people'>

/** Of a party, of somebody who speaks for one, of a guest or of the staff. */
export const nameOf = ({ identities, people }: Named, id: string | null | undefined): string =>
  (id && (identities[id]?.name ?? (people as Readonly<Record<string, string>>)[id])) || ''

const ids = (fact: Fact | undefined): readonly string[] => (Array.isArray(fact) ? fact.map(String) : [])

export function useSpeech(file: DisputeFile) {
  const { t } = useTranslation(['disputes', 'app'])
  const day = useDayWords()
  const list = (words: readonly string[]) => words.filter(Boolean).join(t('app:comma'))
  const name = (id: string | null | undefined) => nameOf(file, id) || t('events.party')
  const office = (seat: Seat) => {
    const known = file.offices.find(({ role, place }) => role === seat.role && place === seat.place)
    return seatWords(seat, known?.name ?? '')
  }
  /** "张三的身份证明": one thing that the dossier still lacks. */
  const lacking = ({ code, party }: { readonly code: string; readonly party?: string }) =>
    party ? t('desk.dossier.of', { name: name(party), item: t(`desk.dossier.short.${code}`) }) : t(`desk.dossier.short.${code}`)
  const speech: Speech = {
    who: ({ byName, party }) => byName ?? (party ? name(party) : t('desk.system')),
    party: (id) => nameOf(file, id),
    person: (id) => nameOf(file, id) || t('desk.somebody'),
    ...{ office, day, list, word: (key) => t(key) },
  }
  const words = (event: Told): string =>
    telling(event, file.dispute, speech)
      .map(({ key, values }) => t(`events.${key}`, { ...values }))
      .join(t('desk.stop'))

  /** A refusal with the names that its sentence may use. */
  const refused = (refusal: Refusal): string => {
    const { facts } = refusal
    const lacks = Array.isArray(facts['missing']) ? (facts['missing'] as readonly { code: string; party?: string }[]) : undefined
    return sayHere(refusal, {
      parties: list(ids(facts['parties']).map(name)),
      people: list(ids(facts['people']).map(name)),
      ...(lacks ? { missing: list(lacks.map(lacking)) } : {}),
    })
  }
  return { name, list, day, office, lacking, words, refused }
}
