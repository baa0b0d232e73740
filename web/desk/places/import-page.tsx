/** 导入: a file is tried first and its report shown by line; only a file without errors can be imported. */
import { App, Button } from 'antd'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '#modules/places/wire.ts'
import { asked } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useMay } from '#web/client/session.ts'
import { Link } from '../address.tsx'
import { useAttempt } from '../attempt.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { upload } from '../raw.ts'
import { sayHere } from '../trouble.tsx'
import { Report } from './import-report.tsx'

const send = (file: File, dryRun: boolean) => upload<ImportReport>(`/places/import${asked({ name: file.name, dryRun })}`, file)

export function ImportPage() {
  const { t } = useTranslation(['desk', 'app'])
  const { modal, message } = App.useApp()
  const may = useMay('place.edit')
  const [file, setFile] = useState<File>()
  const [report, setReport] = useState<ImportReport>()
  const { isBusy, refusal, attempt } = useAttempt()
  if (!may) return <NotYours title={t('import.title')} />

  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setFile(chosen)
    setReport(undefined)
    void attempt(() => send(chosen, true)).then(setReport)
  }
  const hasErrors = report?.problems.some(({ severity }) => severity === 'error') ?? true
  const changes = report ? report.added + report.changed : 0

  const write = () => {
    if (!file || !report) return
    void modal.confirm({
      title: t('import.confirmTitle'),
      content: t('import.confirm', { added: report.added, changed: report.changed }),
      okText: t('import.write'),
      onOk: async () => {
        const done = await attempt(() => send(file, false))
        if (!done) return
        setReport(done)
        void cache.invalidateQueries({ queryKey: ['places'] })
        if (done.written) void message.success(t('import.written', { added: done.added, changed: done.changed }))
      },
    })
  }

  return (
    <Page title={t('import.title')} above={<Link to="/places">{t('import.back')}</Link>}>
      <section className="panel">
        <p>{t('import.words')}</p>
        <ul className="plain soft">
          <li>{t('import.csv')}</li>
          <li>{t('import.json')}</li>
        </ul>
        <p className="inline">
          <label className="button">
            {t(file ? 'import.other' : 'import.choose')}
            <input className="unseen" type="file" accept=".csv,.json,text/csv,application/json" onChange={look} />
          </label>
          {file && <strong className="broken">{file.name}</strong>}
          {isBusy && <span role="status">{t('import.reading')}</span>}
        </p>
        {refusal && (
          <p className="warning" role="alert">
            {sayHere(refusal)}
          </p>
        )}
      </section>
      {report && (
        <>
          <Report report={report} />
          {!report.written && !hasErrors && changes > 0 && (
            <p>
              <Button type="primary" size="large" loading={isBusy} onClick={write}>
                {t('import.write')}
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  )
}
