/** 转人民调解: a quarrel goes on in a mediation committee's file, in one step, for who holds it. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Matter } from '#modules/matters/matter.ts'
import { whyNotMediate } from '#modules/matters/rules/mediation.ts'
import { useActor, useMay } from '#web/client/session.ts'

export function Mediate({ matter }: { matter: Matter }) {
  const { t } = useTranslation('field')
  const actor = useActor()
  const mayOpen = useMay('dispute.open')
  if (!mayOpen || whyNotMediate(matter, actor)) return null
  return (
    <section className="section">
      <p>{t('mediate.why')}</p>
      <Link to="/disputes/new" search={{ matter: matter.id }} className="button">
        {t('mediate.action')}
      </Link>
    </section>
  )
}
