/** What the register is narrowed by: words, where it stands, what about, whose, and when it was registered. */
import { Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { statuses } from '#modules/disputes/dispute.ts'
import { type RegisterSearch, registerKeys } from '../../address.tsx'
import { KindFilter, kindWords } from '../../kind-select.tsx'
import { type Chip, Chips, joined, listOf, without } from '../../list/chips.tsx'
import { Words } from '../../list/words.tsx'
import { usePlaceName } from '../../places/place-file.ts'
import { PlaceSelect } from '../../places/place-select.tsx'
import { useTypes } from '../types.ts'

type Props = { readonly search: RegisterSearch; readonly onChange: (part: RegisterSearch) => void }

export function Filters({ search, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const { data: types } = useTypes()
  const day = (name: 'since' | 'until') => (
    <Input
      type="date"
      aria-label={t(`desk.filters.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.target.value || undefined })}
    />
  )
  return (
    <search className="filters">
      <Words label={t('desk.filters.words')} value={search.search ?? ''} onChange={(words) => onChange({ search: words || undefined })} />
      <Select
        aria-label={t('desk.columns.status')}
        mode="multiple"
        allowClear
        showSearch={false}
        className="filter"
        maxTagCount={0}
        maxTagPlaceholder={(left) => `${t('desk.columns.status')} (${left.length})`}
        placeholder={t('desk.columns.status')}
        value={listOf(search.status)}
        options={statuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
        onChange={(chosen) => onChange({ status: joined(chosen) })}
      />
      <KindFilter
        kinds={types}
        label={t('desk.filters.type')}
        placeholder={t('desk.filters.type')}
        value={listOf(search.type)}
        onChange={(chosen) => onChange({ type: joined(chosen) })}
      />
      <PlaceSelect
        label={t('desk.filters.committee')}
        placeholder={t('desk.filters.committee')}
        className="filter filter-place"
        value={search.committee}
        onChange={(committee) => onChange({ committee })}
      />
      <span className="dates">
        <span>{t('desk.filters.registered')}</span>
        {day('since')}
        <span aria-hidden="true">–</span>
        {day('until')}
      </span>
    </search>
  )
}

export function RegisterChips({ search, onChange }: Props) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { data: types } = useTypes()
  const committee = usePlaceName(search.committee)
  const of = (name: 'status' | 'type', words: (code: string) => string): Chip[] =>
    listOf(search[name]).map((code) => ({
      key: code,
      words: words(code),
      drop: () => onChange({ [name]: without(search[name], code) }),
    }))
  const chips = [...of('status', (code) => t(`statuses.${code}`)), ...of('type', (code) => kindWords(types, code))]
  const add = (name: keyof RegisterSearch, words: string) => chips.push({ key: name, words, drop: () => onChange({ [name]: undefined }) })
  if (search.committee) add('committee', committee)
  if (search.since) add('since', t('desk:chips.since', { day: search.since }))
  if (search.until) add('until', t('desk:chips.until', { day: search.until }))
  if (search.search) add('search', t('desk:chips.words', { words: search.search }))
  const none = Object.fromEntries(registerKeys.filter((key) => key !== 'view').map((key) => [key, undefined]))
  return <Chips chips={chips} onClear={() => onChange(none)} />
}
