/** The days over which duties are looked at. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { spans } from '../beats/days.ts'

export function Period({ days, onChange }: { days: number; onChange: (days: string) => void }) {
  const { t } = useTranslation('beats')
  return (
    <Select
      className="filter"
      aria-label={t('desk.duties.period')}
      value={String(days)}
      options={spans.map((each) => ({ value: String(each), label: t('desk.duties.days', { count: each }) }))}
      onChange={onChange}
    />
  )
}
