/** 转人民调解: a matter goes on in a mediation committee's file, in one step, for who holds it. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Matter } from '#modules/matters/matter.ts'
import { whyNotMediate } from '#modules/matters/rules/mediation.ts'
import { useActor, useMay } from '#web/client/session.ts'

/** Kinds of matters that are disputes: their page offers mediation without being asked. */
const disputes = '01'

export function useMayMediate(matter: Matter): boolean {
  const actor = useActor()
  return useMay('dispute.open') && !whyNotMediate(matter, actor)
}

export function Mediate({ matter }: { matter: Matter }) {
  const { t } = useTranslation('field')
  const mayMediate = useMayMediate(matter)
  if (!mayMediate || !matter.category.startsWith(disputes)) return null
  return (
    <section className="section">
      <p>{t('mediate.why')}</p>
      <ToMediation id={matter.id} />
    </section>
  )
}

export function ToMediation({ id }: { id: string }) {
  const { t } = useTranslation('field')
  return (
    <Link to="/disputes/new" search={{ matter: id }} className="button">
      {t('mediate.action')}
    </Link>
  )
}
