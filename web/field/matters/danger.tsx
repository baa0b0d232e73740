/** Whom to ring before anything else; and on a restricted path, who will see what is reported. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '#modules/categories/category.ts'
import { nameIn } from './category-name.ts'
import { useCatalogue } from './queue.ts'

export function Calls({ numbers = ['110', '119', '120'] }: { numbers?: readonly string[] }) {
  const { t } = useTranslation('field')
  return (
    <p className="calls">
      {numbers.map((number) => (
        <a key={number} className="button button-primary" href={`tel:${number}`}>
          {t(`danger.ring${number}`)}
        </a>
      ))}
    </p>
  )
}

/** Comes into sight the moment such a category is chosen, before the form goes on. */
export function Danger({ category }: { category: Category }) {
  const { t } = useTranslation(['field', 'people', 'app'])
  const departments = useCatalogue().data?.departments ?? []
  const block = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another category is another danger
  useEffect(() => {
    void block.current?.scrollIntoView({ block: 'center' })
  }, [category.code])
  const seers = category.ladder.map((role) => {
    const department = role === 'department_officer' && departments.find(({ code }) => code === category.department)
    return department ? nameIn(department) : t(`people:roles.${role}`)
  })
  return (
    <div ref={block} className="danger" role="alert">
      <strong className="danger-title">{t('danger.title')}</strong>
      <Calls />
      {category.isRestricted && <p>{t('danger.seenBy', { seers: seers.join(t('app:comma')) })}</p>}
      <p>{t(category.isRestricted ? 'danger.restricted' : 'danger.goOn')}</p>
    </div>
  )
}
