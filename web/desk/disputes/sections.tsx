/** The pages of 矛盾纠纷, each for those who have work in it; between them one goes by the line under the title. */
import { useTranslation } from 'react-i18next'
import { memberRoles } from '#modules/disputes/rules/sight.ts'
import type { Me } from '#modules/people/wire.ts'
import { useMe } from '#web/client/session.ts'
import type { Path } from '../address.tsx'
import { SectionLine } from '../section-line.tsx'

type Standing = Pick<Me, 'posts' | 'verbs'>

const sits = ({ posts }: Standing, roles: readonly string[]) => posts.some(({ role }) => roles.includes(role))

/** Sits on a committee, or in an office that a file can be referred up to. Which files are theirs is the server's to say. */
export const readsFiles = (me: Standing): boolean => sits(me, [...memberRoles, 'township_officer'])

/** The judicial office of a town; for a town's own files the county's department of justice. */
export const decidesSomeClaims = (me: Standing): boolean =>
  sits(me, ['judicial_officer']) || me.posts.some(({ role, department }) => role === 'department_officer' && department === 'justice')

export const opensFiles = ({ verbs }: Standing): boolean => verbs.includes('dispute.open')

type Section = { readonly name: string; readonly to: Path; readonly isFor: (me: Standing) => boolean }

const sections: readonly Section[] = [
  { name: 'register', to: '/disputes', isFor: readsFiles },
  { name: 'calendar', to: '/disputes/calendar', isFor: readsFiles },
  { name: 'claims', to: '/disputes/claims', isFor: decidesSomeClaims },
  { name: 'figures', to: '/disputes/figures', isFor: ({ verbs }) => verbs.includes('dispute.count') },
  // Who registers for a committee and reads nothing begins with the form.
  { name: 'new', to: '/disputes/new', isFor: (me) => opensFiles(me) && !readsFiles(me) },
]

export const sectionsOf = (me: Standing): readonly Section[] => sections.filter(({ isFor }) => isFor(me))

export function Sections() {
  const { t } = useTranslation('disputes')
  const shown = sectionsOf(useMe()).map(({ name, to }) => ({ to, words: t(`desk.sections.${name}`) }))
  return <SectionLine label={t('desk.sections.label')} sections={shown} />
}
