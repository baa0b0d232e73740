/** What an administrator changed, field by field: what it was and what it is. */
import { useTranslation } from 'react-i18next'
import { type Limits, rungs } from '#modules/categories/category.ts'
import { lengthWords } from '../length.ts'
import { useNames } from '../matters/catalogue.ts'

export type Changeable = Readonly<Record<string, unknown>>
type Change = { readonly name: string; readonly before: string; readonly after: string }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

export function Changes({ before, after }: { before: Changeable; after: Changeable }) {
  const { t } = useTranslation('desk')
  const changes = useChanges()(before, after)
  return (
    <ul className="plain">
      {changes.map((change) => (
        <li key={change.name}>{t('audit.changed', { ...change })}</li>
      ))}
      {changes.length === 0 && <li className="soft">{t('audit.unchanged')}</li>}
    </ul>
  )
}

function useChanges() {
  const { t } = useTranslation(['desk', 'matters', 'people', 'app'])
  const names = useNames()
  const yes = (value: unknown) => t(value ? 'audit.yes' : 'audit.no')
  /** How each field is said; a field that is not here is not shown. */
  const plain: Readonly<Record<string, readonly [name: string, say: (value: unknown) => string]>> = {
    department: [t('rules.department'), (code) => names.department(String(code)) ?? String(code)],
    isPublic: [t('rules.isPublic'), yes],
    isEmergency: [t('rules.isEmergency'), yes],
    isRestricted: [t('rules.isRestricted'), yes],
    ladder: [t('rules.ladder'), (roles) => (roles as string[]).map((role) => t(`people:roles.${role}`)).join(t('app:comma'))],
    nearMetres: [t('rules.nearMetres'), String],
    nearDays: [t('rules.nearDays'), String],
    silenceDays: [t('rules.silenceDays'), String],
    reopenDays: [t('rules.reopenDays'), String],
  }
  const ownDay = (value: unknown) => t(value === undefined ? 'audit.nation' : value ? 'rules.countyWorks' : 'rules.countyRests')

  return (before: Changeable, after: Changeable): Change[] => [
    ...Object.entries(plain).flatMap(([field, [name, say]]) =>
      field in after && !isSame(before[field], after[field]) ? [{ name, before: say(before[field]), after: say(after[field]) }] : [],
    ),
    ...limitChanges(before['limits'] as Limits | undefined, after['limits'] as Limits | undefined, (rung, what) =>
      t('rules.limitOf', { rung: t(`matters:rungs.${rung}`), what: t(`matters:clocks.${what}`) }),
    ),
    ...dayChanges(before['localDays'], after['localDays']).map(([day, was, is]) => ({ name: day, before: ownDay(was), after: ownDay(is) })),
  ]
}

const limitChanges = (before: Limits | undefined, after: Limits | undefined, nameOf: (rung: string, what: string) => string): Change[] =>
  rungs.flatMap((rung) =>
    (['accept', 'settle'] as const).flatMap((what) => {
      const [was, is] = [before?.[rung][what], after?.[rung][what]]
      return was && is && (was.minutes !== is.minutes || was.runs !== is.runs)
        ? [{ name: nameOf(rung, what), before: lengthWords(was), after: lengthWords(is) }]
        : []
    }),
  )

function dayChanges(before: unknown, after: unknown): (readonly [day: string, was: unknown, is: unknown])[] {
  const [was, is] = [before ?? {}, after ?? {}] as [Changeable, Changeable]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .flatMap((day) => (was[day] === is[day] ? [] : [[day, was[day], is[day]] as const]))
}
