/** A recorded fact in words. Ids say nothing to a reader and are left out; what has no words comes as it was recorded. */
import { useTranslation } from 'react-i18next'
import { useUnitName } from '../beats/clues/unit-name.ts'
import { useDayWords } from '../disputes/due.tsx'

const isId = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isId) : typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Where the words of a value are, by the fact's name: a facility, a report or a change of places has a kind each. */
const named: Readonly<Record<string, readonly string[]>> = {
  kind: ['beats:dossier.facilityKinds', 'beats:desk.reports.kinds', 'places:change.kinds'],
  need: ['beats:evidence'],
  item: ['disputes:items'],
  of: ['audit.ofs'],
}

export function useFactWords() {
  const { t } = useTranslation(['desk', 'beats', 'places', 'disputes'])
  const unitName = useUnitName()
  const day = useDayWords()
  const valueWords = (name: string, value: unknown): string => {
    if (isDay(value)) return day(value)
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
    if (name === 'unit') return unitName(String(value))
    if (name === 'fen') return t('audit.yuan', { yuan: Number(value) / 100 })
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
    return t([...(named[name] ?? []).map((under) => `${under}.${value}`), 'audit.asRecorded'], { value })
  }
  const fact = (name: string, value: unknown) =>
    t('audit.fact', { name: t(`audit.facts.${name}`, { defaultValue: name }), value: valueWords(name, value) })
  return ({ from, to, ...facts }: Readonly<Record<string, unknown>>): string[] => [
    ...(isDay(from) && isDay(to) ? [t('audit.fromTo', { from: day(from), to: day(to) })] : isDay(from) ? [fact('from', from)] : []),
    ...Object.entries(facts)
      .filter(([, value]) => value !== null && value !== undefined && !isId(value))
      .map(([name, value]) => fact(name, value)),
  ]
}
