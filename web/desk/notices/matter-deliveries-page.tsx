/** 通知记录 of one matter, for whoever may see the matter. */
import { useTranslation } from 'react-i18next'
import { Link, useAsked, useGo, useNamed } from '../address.tsx'
import { Page } from '../page.tsx'
import { Deliveries } from './deliveries.tsx'

export function MatterDeliveriesPage() {
  const { t } = useTranslation('notices')
  const id = useNamed()
  const search = useAsked('/matters/$id/notices')
  const go = useGo()
  return (
    <Page
      isWide
      title={t('deliveries.link')}
      above={
        <Link to="/matters/$id" params={{ id }}>
          {t('deliveries.back')}
        </Link>
      }
    >
      <Deliveries
        search={{ ...search, matter: id }}
        onChange={({ matter: _, ...rest }) => go({ to: '/matters/$id/notices', params: { id }, search: rest, replace: true })}
      />
    </Page>
  )
}
