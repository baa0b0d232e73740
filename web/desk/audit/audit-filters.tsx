/** What was done, and between which days: in the address, as the queue's filters are. */
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { auditActions } from '#modules/people/audit.ts'
import { type AuditSearch, useGo } from '../address.tsx'

export function AuditFilters({ search }: { search: AuditSearch }) {
  const { t } = useTranslation('desk')
  const go = useGo()
  const change = (part: { readonly [name in keyof AuditSearch]: string | undefined }) =>
    go({ to: '/audit', search: { ...search, ...part } as AuditSearch, replace: true })
  const day = (name: 'since' | 'until') => (
    <Input
      type="date"
      aria-label={t(`audit.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => change({ [name]: event.target.value || undefined })}
    />
  )
  return (
    <search className="filters" data-more>
      <Select
        aria-label={t('audit.filter')}
        allowClear
        className="filter filter-place"
        placeholder={t('audit.filter')}
        value={search.action}
        options={auditActions.map((value) => ({ value, label: t(`audit.actions.${value.replace('.', '_')}`) }))}
        onChange={(action?: string) => change({ action })}
      />
      <span className="dates">
        <span>{t('audit.day')}</span>
        {day('since')}
        <span aria-hidden="true">–</span>
        {day('until')}
      </span>
      {Object.values(search).some(Boolean) && (
        <Button type="text" onClick={() => go({ to: '/audit', search: {}, replace: true })}>
          {t('filters.clear')}
        </Button>
      )}
    </search>
  )
}
