/** 设置, for administrators: the rules of the county. What is changed here counts from now on. */
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/client/session.ts'
import { useAsked, useGo } from '../address.tsx'
import { Choice } from '../choice.tsx'
import { DisputeSettings } from '../disputes/settings-tab.tsx'
import { DutySettings } from '../duties/settings-tab.tsx'
import { NotYours } from '../not-yours.tsx'
import { ChannelsTab } from '../notices/channels-tab.tsx'
import { Deliveries } from '../notices/deliveries.tsx'
import { RulesTab } from '../notices/rules-tab.tsx'
import { Page } from '../page.tsx'
import { CategoryTable } from './category-table.tsx'
import { CountySettings } from './county-settings.tsx'

const tabs = ['categories', 'county', 'disputes', 'duties', 'notices', 'channels', 'deliveries'] as const
type Tab = (typeof tabs)[number]

export function RulesPage() {
  const { t } = useTranslation('desk')
  return useMay('settings.edit') ? <Rules /> : <NotYours title={t('rules.title')} />
}

function Rules() {
  const { t } = useTranslation(['desk', 'notices', 'disputes', 'beats'])
  const { tab } = useAsked('/rules')
  const go = useGo()
  const open = tabs.find((each) => each === tab) ?? 'categories'
  return (
    <Page isWide title={t('rules.title')}>
      <Choice
        label={t('rules.title')}
        value={open}
        options={tabs.map((value) => ({
          value,
          words:
            value === 'duties'
              ? t('beats:desk.settings.title')
              : t([`rules.tabs.${value}`, `notices:tabs.${value}`, `disputes:desk.settings.title`]),
        }))}
        onChange={(value) => go({ to: '/rules', search: { tab: value }, replace: true })}
      />
      <Open tab={open} />
    </Page>
  )
}

function Open({ tab }: { tab: Tab }) {
  const { t } = useTranslation(['desk', 'disputes'])
  const { tab: _, ...search } = useAsked('/rules')
  const go = useGo()
  switch (tab) {
    case 'notices':
      return <RulesTab />
    case 'channels':
      return <ChannelsTab />
    case 'disputes':
      return (
        <>
          <p className="kept">{t('disputes:desk.settings.fromNow')}</p>
          <DisputeSettings />
        </>
      )
    case 'duties':
      return <DutySettings />
    case 'deliveries':
      return <Deliveries search={search} onChange={(asked) => go({ to: '/rules', search: { tab, ...asked }, replace: true })} />
    default:
      return (
        <>
          <p className="kept">{t('rules.fromNow')}</p>
          {tab === 'categories' ? <CategoryTable /> : <CountySettings />}
        </>
      )
  }
}
