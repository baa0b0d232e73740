/** The pages of 一村一警, each for those who have work in it. */
import { useTranslation } from 'react-i18next'
import { standingKinds } from '#modules/beats/beat.ts'
import { reportsUnder } from '#modules/beats/rules/village.ts'
import type { Me } from '#modules/people/wire.ts'
import { actorOf, useMe } from '#web/client/session.ts'
import type { Path } from '../address.tsx'
import { SectionLine } from '../section-line.tsx'

type Section = { readonly name: string; readonly to: Path; readonly isFor: (me: Me) => boolean }

export const readsVillages = ({ verbs }: Pick<Me, 'verbs'>): boolean => verbs.includes('beat.read')

/** Kinds of which somebody says how many there were. */
export const reportedBy = (me: Me) => standingKinds.filter((kind) => reportsUnder(kind, actorOf(me)).length > 0)

const worksHere = ({ verbs }: Me) => verbs.includes('beat.read') || verbs.includes('beat.report')

const sections: readonly Section[] = [
  { name: 'villages', to: '/beats', isFor: readsVillages },
  { name: 'duties', to: '/beats/duties', isFor: readsVillages },
  { name: 'reports', to: '/beats/reports', isFor: (me) => readsVillages(me) || reportedBy(me).length > 0 },
  { name: 'clues', to: '/beats/clues', isFor: worksHere },
  { name: 'burden', to: '/beats/burden', isFor: worksHere },
]

export const sectionsOf = (me: Me): readonly Section[] => sections.filter(({ isFor }) => isFor(me))

export function Sections() {
  const { t } = useTranslation('beats')
  const shown = sectionsOf(useMe()).map(({ name, to }) => ({ to, words: t(`desk.sections.${name}`) }))
  return <SectionLine label={t('desk.sections.label')} sections={shown} />
}
