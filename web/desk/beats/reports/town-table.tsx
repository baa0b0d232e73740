/** One town's table of a year, and below it what is not saved: it waits, whichever table or page one goes to meanwhile. */
import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportTable } from '#modules/beats/reply.ts'
import { put } from '#web/client/api.ts'
import { useMe } from '#web/client/session.ts'
import { Link } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { sayHere } from '../../trouble.tsx'
import { villageChanged } from '../villages.ts'
import { changesIn, pruned, reportedIn, unsavedIn, without, wrongIn } from './draft.ts'
import { draftOf, keepDraft, type TableOf, useDraft } from './drafts.ts'
import { ImportDialog } from './import-dialog.tsx'
import { MonthTable } from './month-table.tsx'

type Props = {
  readonly data: ReportTable
  readonly table: TableOf
  readonly today: string
  /** The reader is who says it. */
  readonly isMine: boolean
}

export function TownTable({ data, table, today, isMine }: Props) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const { id } = useMe()
  const { kind, year, town } = table
  const { draft, elsewhere } = useDraft(id, table)
  const [isImporting, setImporting] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  const reported = useMemo(() => reportedIn(data), [data])
  const changes = changesIn(draft, reported)
  const wrong = wrongIn(draft)
  const unsaved = unsavedIn(draft)
  const save = () =>
    void attempt(async () => {
      await put('/beats/reports', { kind, rows: changes })
      keepDraft(id, table, without(draftOf(id, table), changes))
      villageChanged()
      void message.success(t('desk.reports.saved', { count: changes.length }))
    })
  return (
    <>
      <MonthTable
        villages={data.villages.filter((each) => each.town === town)}
        year={year}
        today={today}
        reported={reported}
        draft={draft}
        wrong={wrong}
        onDraft={isMine ? (typed) => keepDraft(id, table, pruned(typed, reported)) : undefined}
        name={t(`desk.reports.kinds.${kind}`)}
      />
      {isMine ? (
        <div className="save-bar">
          <Button type="primary" size="large" disabled={changes.length === 0 || wrong.length > 0} loading={isBusy} onClick={save}>
            {changes.length > 0 ? t('desk.reports.save', { count: changes.length }) : t('desk.reports.nothingToSave')}
          </Button>
          <Button onClick={() => setImporting(true)}>{t('desk.reports.import')}</Button>
          {unsaved > 0 && (
            <Button type="link" onClick={() => keepDraft(id, table, {})}>
              {t('desk.reports.undo')}
            </Button>
          )}
          <div className="save-said">
            {refusal ? (
              <span className="tone-late" role="alert">
                {sayHere(refusal)}
              </span>
            ) : wrong.length > 0 ? (
              <span className="tone-late">{t('desk.reports.wrong', { count: wrong.length })}</span>
            ) : (
              unsaved > 0 && <span>{t('desk.reports.unsaved', { count: unsaved })}</span>
            )}
            {elsewhere.map(({ count, townName, ...other }) => (
              <Link key={`${other.kind}${other.year}${other.town}`} to="/beats/reports" search={other}>
                {t('desk.reports.unsavedIn', { kind: t(`desk.reports.kinds.${other.kind}`), year: other.year, town: townName, count })}
              </Link>
            ))}
          </div>
        </div>
      ) : (
        <p className="soft">{t(`desk.reports.whose.${kind}`)}</p>
      )}
      {isImporting && <ImportDialog kind={kind} year={year} villages={data.villages} today={today} onClose={() => setImporting(false)} />}
    </>
  )
}
