/** 事项: the queue. Its filters stand in the address, its keys are J, K, Enter and Esc, and what is shown can be taken along. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Empty } from '#web/ui/states.tsx'
import { Link, useGo } from '../../address.tsx'
import { ColumnChoice, useColumns } from '../../list/columns.tsx'
import { useKeys } from '../../list/keys.ts'
import { ListFrame } from '../../list/list-frame.tsx'
import { SavedViews } from '../../list/saved-views.tsx'
import { Take } from '../../list/take.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { QueueChips } from './chips.tsx'
import { columnKey, columnsFor, queueColumns, usual } from './columns.ts'
import { Filters } from './filters.tsx'
import { Preview } from './preview.tsx'
import { question, useQueue, useQueueSearch, viewOf, views } from './queue.ts'
import { QueueTable } from './queue-table.tsx'

export function QueuePage() {
  const { t } = useTranslation('desk')
  return useMay('matter.read') ? <Queue /> : <NotYours title={t('queue.title')} />
}

function Queue() {
  const { t } = useTranslation(['desk', 'matters'])
  const [search, change] = useQueueSearch()
  const [chosen, choose] = useColumns('columns', queueColumns)
  const columns = columnsFor(viewOf(search), chosen)
  const decides = useMay('matter.direct')
  const query = useQueue(search)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const [open, setOpen] = useState<string>()
  const go = useGo()
  useKeys({ ids: rows.map(({ matter }) => matter.id), open, setOpen, onEnter: (id) => go({ to: '/matters/$id', params: { id } }) })
  const mayReport = useMay('matter.report')
  const mayExport = useMay('matter.export')
  const shown = rows.find(({ matter }) => matter.id === open)

  return (
    <Page
      isWide
      title={t('queue.title')}
      aside={
        <>
          <SavedViews to="/matters" name="views" search={search} />
          <ColumnChoice of={queueColumns} chosen={chosen} nameOf={(column) => t(columnKey(column))} onChange={choose} />
          {mayExport && (
            <Take
              path={`/matters/export${asked({ ...question(search), columns })}`}
              name="matters.xlsx"
              words={t('queue.export')}
              isEmpty={rows.length === 0}
            />
          )}
          {mayReport && (
            <Link to="/report" className="button button-primary">
              {t('queue.report')}
            </Link>
          )}
        </>
      }
    >
      <nav className="views" aria-label={t('queue.views')}>
        {views
          .filter((view) => decides || view !== 'decide')
          .map((view) => (
            <button
              key={view}
              type="button"
              className="view"
              aria-pressed={viewOf(search) === view}
              onClick={() => change({ view: view === 'all' ? undefined : view })}
            >
              {t(`matters:views.${view}`)}
            </button>
          ))}
      </nav>
      <Filters search={search} onChange={change} />
      <QueueChips search={search} onChange={change} />
      <ListFrame
        query={query}
        count={rows.length}
        isWide={columns.length > usual.length + 1}
        shown={(hasMore) => t(hasMore ? 'queue.shown' : 'queue.shownAll', { count: rows.length })}
        nothing={<Nothing search={search} onClear={() => go({ to: '/matters', search: {} })} />}
        preview={shown && <Preview key={shown.matter.id} row={shown} onClose={() => setOpen(undefined)} />}
      >
        <QueueTable rows={rows} columns={columns} open={open} onOpen={setOpen} />
      </ListFrame>
    </Page>
  )
}

function Nothing({ search, onClear }: { search: object; onClear: () => void }) {
  const { t } = useTranslation('desk')
  const { view, ...filters } = search as Record<string, string | undefined>
  const isFiltered = Object.values(filters).some(Boolean)
  if (isFiltered) {
    return (
      <Empty title={t('queue.nothing')} step={{ words: t('filters.clear'), onAct: onClear }}>
        {t('queue.nothingWords')}
      </Empty>
    )
  }
  return <Empty title={t(`queue.empty.${view ?? 'all'}`)}>{t('queue.emptyWords')}</Empty>
}
