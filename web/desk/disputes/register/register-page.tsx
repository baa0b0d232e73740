/** 矛盾纠纷: the register of mediation files. Only those who can open a file find it here. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asked } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { Empty } from '#web/ui/states.tsx'
import { Link, type RegisterSearch, useGo } from '../../address.tsx'
import { ColumnChoice, useColumns } from '../../list/columns.tsx'
import { useKeys } from '../../list/keys.ts'
import { ListFrame } from '../../list/list-frame.tsx'
import { SavedViews } from '../../list/saved-views.tsx'
import { Take } from '../../list/take.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { opensFiles, readsFiles, Sections } from '../sections.tsx'
import { Filters, RegisterChips } from './filters.tsx'
import { Preview } from './preview.tsx'
import { idOf, question, registerColumns, useRegister, useRegisterSearch, viewOf, views } from './register.ts'
import { RegisterTable } from './register-table.tsx'

export function RegisterPage() {
  const { t } = useTranslation('disputes')
  return readsFiles(useMe()) ? <Files /> : <NotYours title={t('desk.title')} />
}

function Files() {
  const { t } = useTranslation(['disputes', 'desk'])
  const me = useMe()
  const [search, change] = useRegisterSearch()
  const [columns, choose] = useColumns('disputes/columns', registerColumns)
  const query = useRegister(search)
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const [open, setOpen] = useState<string>()
  const go = useGo()
  useKeys({ ids: rows.map(idOf), open, setOpen, onEnter: (id) => go({ to: '/disputes/$id', params: { id } }) })
  const shown = rows.find(({ dispute }) => dispute.id === open)

  return (
    <Page
      isWide
      title={t('desk.title')}
      aside={
        <>
          <SavedViews to="/disputes" name="disputes/views" search={search} />
          <ColumnChoice of={registerColumns} chosen={columns} nameOf={(column) => t(`desk.columns.${column}`)} onChange={choose} />
          <Take
            path={`/disputes/sheet${asked({ ...question(search), columns })}`}
            name="disputes.xlsx"
            words={t('desk:queue.export')}
            isEmpty={rows.length === 0}
          />
          {opensFiles(me) && (
            <Link to="/disputes/new" className="button button-primary">
              {t('desk.new')}
            </Link>
          )}
        </>
      }
    >
      <Sections />
      <nav className="views" aria-label={t('desk.views')}>
        {views.map((view) => (
          <button
            key={view}
            type="button"
            className="view"
            aria-pressed={viewOf(search) === view}
            onClick={() => change({ view: view === 'all' ? undefined : view })}
          >
            {t(`views.${view}`)}
          </button>
        ))}
      </nav>
      <Filters search={search} onChange={change} />
      <RegisterChips search={search} onChange={change} />
      <ListFrame
        query={query}
        count={rows.length}
        isWide={columns.length > registerColumns.usual.length}
        shown={(hasMore) => t(hasMore ? 'desk.shown' : 'desk.shownAll', { count: rows.length })}
        nothing={<Nothing search={search} onClear={() => go({ to: '/disputes', search: {} })} />}
        preview={shown && <Preview key={shown.dispute.id} row={shown} onClose={() => setOpen(undefined)} />}
      >
        <RegisterTable rows={rows} columns={columns} open={open} onOpen={setOpen} />
      </ListFrame>
    </Page>
  )
}

function Nothing({ search, onClear }: { search: RegisterSearch; onClear: () => void }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { view = 'all', ...filters } = search
  if (Object.values(filters).some(Boolean)) {
    return (
      <Empty title={t('desk.nothing')} step={{ words: t('desk:filters.clear'), onAct: onClear }}>
        {t('desk:queue.nothingWords')}
      </Empty>
    )
  }
  return <Empty title={t(`desk.empty.${view}`)}>{t('desk.emptyWords')}</Empty>
}
