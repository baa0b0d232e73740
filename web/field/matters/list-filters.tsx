/** Search and two filters. They stand in the address, so that coming back from a matter shows the same list. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openStatuses, type Status, statuses } from '#modules/matters/matter.ts'
import { nameIn } from './category-name.ts'
import { useCatalogue } from './queue.ts'

const address = getRouteApi('/')
const pause = 400

const statusesOf: Readonly<Record<string, readonly Status[]>> = {
  todo: openStatuses,
  late: openStatuses,
  decide: openStatuses,
  ordered: openStatuses,
  done: statuses.filter((status) => !openStatuses.includes(status)),
}

export function ListFilters() {
  const { t } = useTranslation(['field', 'matters', 'app'])
  const { view = 'todo', search = '', category = '', status = '' } = address.useSearch()
  const navigate = useNavigate({ from: '/' })
  const { data: catalogue } = useCatalogue()
  const [typed, setTyped] = useState(search)

  useEffect(() => {
    if (typed === search) return
    const timer = setTimeout(() => void navigate({ search: (now) => ({ ...now, search: typed || undefined }), replace: true }), pause)
    return () => clearTimeout(timer)
  }, [typed, search, navigate])

  const set = (part: { category?: string | undefined; status?: Status | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true })

  const [isOpen, setOpen] = useState(Boolean(category || status))

  return (
    <search className="filters">
      <input
        className="input"
        type="search"
        value={typed}
        placeholder={t('list.search')}
        aria-label={t('list.search')}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('list.filter')}
      </button>
      {isOpen && (
        <>
          <select
            className="input"
            value={category}
            aria-label={t('matters:fields.category')}
            onChange={(event) => set({ category: event.target.value || undefined })}
          >
            <option value="">{t('list.allCategories')}</option>
            {catalogue?.categories
              .filter(({ parent }) => parent === null)
              .map((each) => (
                <option key={each.code} value={each.code}>
                  {nameIn(each)}
                </option>
              ))}
          </select>
          <select
            className="input"
            value={status}
            aria-label={t('matters:fields.status')}
            onChange={(event) => set({ status: (event.target.value || undefined) as Status | undefined })}
          >
            <option value="">{t('list.allStatuses')}</option>
            {statusesOf[view]?.map((each) => (
              <option key={each} value={each}>
                {t(`matters:statuses.${each}`)}
              </option>
            ))}
          </select>
        </>
      )}
    </search>
  )
}
