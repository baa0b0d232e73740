/** What the list is narrowed by. The first line is what is asked most; the rest comes when it is wanted. */
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { statuses } from '#modules/matters/matter.ts'
import type { QueueSearch } from '../../address.tsx'
import { joined, listOf } from '../../list/chips.tsx'
import { Words } from '../../list/words.tsx'
import { PlaceSelect } from '../../places/place-select.tsx'
import { nameIn, useCatalogue } from '../catalogue.ts'
import { CategoryFilter } from '../category-select.tsx'
import { dueViews, sorts, viewOf } from './queue.ts'

type Props = { readonly search: QueueSearch; readonly onChange: (part: QueueSearch) => void }

export function Filters({ search, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const [isMore, setMore] = useState(Boolean(search.department || search.since || search.until || search.emergency || search.sort))
  const more = useId()
  return (
    <search className="filters" data-more={isMore}>
      <Words label={t('filters.words')} value={search.search ?? ''} onChange={(words) => onChange({ search: words || undefined })} />
      <Select
        aria-label={t('matters:fields.status')}
        mode="multiple"
        allowClear
        showSearch={false}
        className="filter"
        maxTagCount={0}
        maxTagPlaceholder={(left) => `${t('matters:fields.status')} (${left.length})`}
        placeholder={t('matters:fields.status')}
        value={listOf(search.status)}
        options={statuses.map((value) => ({ value, label: t(`matters:statuses.${value}`) }))}
        onChange={(chosen) => onChange({ status: joined(chosen) })}
      />
      <CategoryFilter
        label={t('matters:fields.category')}
        placeholder={t('matters:fields.category')}
        value={listOf(search.category)}
        onChange={(chosen) => onChange({ category: joined(chosen) })}
      />
      <PlaceSelect
        label={t('matters:fields.place')}
        placeholder={t('matters:fields.place')}
        className="filter filter-place"
        value={search.place}
        onChange={(place) => onChange({ place })}
      />
      <Button type="text" aria-expanded={isMore} aria-controls={more} onClick={() => setMore(!isMore)}>
        {t(isMore ? 'filters.less' : 'filters.more')}
      </Button>
      <div id={more} className="filters-more" hidden={!isMore}>
        <More search={search} onChange={onChange} />
      </div>
    </search>
  )
}

function More({ search, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const { data } = useCatalogue()
  const isDue = dueViews.includes(viewOf(search))
  const day = (name: 'since' | 'until') => (
    <Input
      type="date"
      aria-label={t(`filters.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => onChange({ [name]: event.target.value || undefined })}
    />
  )
  return (
    <>
      <Select
        aria-label={t('matters:fields.department')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter filter-place"
        placeholder={t('matters:fields.department')}
        value={search.department}
        options={data?.departments.map((each) => ({ value: each.code, label: nameIn(each) })) ?? []}
        onChange={(department?: string) => onChange({ department })}
      />
      <span className="dates">
        <span>{t('filters.reported')}</span>
        {day('since')}
        <span aria-hidden="true">–</span>
        {day('until')}
      </span>
      <Checkbox
        checked={search.emergency === 'true'}
        onChange={(event) => onChange({ emergency: event.target.checked ? 'true' : undefined })}
      >
        {t('filters.emergency')}
      </Checkbox>
      {!isDue && (
        <Select
          aria-label={t('filters.sort')}
          className="filter"
          value={search.sort ?? 'newest'}
          options={sorts.map((value) => ({ value, label: t(`filters.sorts.${value}`) }))}
          onChange={(sort) => onChange({ sort: sort === 'newest' ? undefined : sort })}
        />
      )}
    </>
  )
}
