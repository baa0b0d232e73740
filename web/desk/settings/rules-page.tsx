/** 设置, for administrators: the rules of the county. What is changed here counts from now on. */
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/client/session.ts'
import { useAsked, useGo } from '../address.tsx'
import { Choice } from '../choice.tsx'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { CategoryTable } from './category-table.tsx'
import { CountySettings } from './county-settings.tsx'

const tabs = ['categories', 'county'] as const

export function RulesPage() {
  const { t } = useTranslation('desk')
  return useMay('settings.edit') ? <Rules /> : <NotYours title={t('rules.title')} />
}

function Rules() {
  const { t } = useTranslation('desk')
  const { tab } = useAsked('/rules')
  const go = useGo()
  const open = tabs.find((each) => each === tab) ?? 'categories'
  return (
    <Page isWide title={t('rules.title')}>
      <Choice
        label={t('rules.title')}
        value={open}
        options={tabs.map((value) => ({ value, words: t(`rules.tabs.${value}`) }))}
        onChange={(value) => go({ to: '/rules', search: { tab: value }, replace: true })}
      />
      <p className="kept">{t('rules.fromNow')}</p>
      {open === 'categories' ? <CategoryTable /> : <CountySettings />}
    </Page>
  )
}
