/** 先打电话: before anything else on the form, from the moment such a category is chosen; on a restricted path also who will see it. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalogue, useNames } from '../catalogue.ts'

export function Danger({ category: code }: { category: string }) {
  const { t } = useTranslation(['desk', 'people', 'app'])
  const names = useNames()
  const block = useRef<HTMLDivElement>(null)
  const category = useCatalogue().data?.categories.find((each) => each.code === code && each.isEmergency)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another category is another danger
  useEffect(() => {
    void block.current?.scrollIntoView({ block: 'nearest' })
  }, [category?.code])
  if (!category) return null
  const seers = category.ladder.map((role) =>
    role === 'department_officer' ? (names.department(category.department) ?? category.department) : t(`people:roles.${role}`),
  )
  return (
    <div ref={block} className="danger" role="alert">
      <strong>{t('report.emergency')}</strong>
      <p>{category.isRestricted ? t('report.restricted', { seers: seers.join(t('app:comma')) }) : t('report.emergencyWords')}</p>
    </div>
  )
}
