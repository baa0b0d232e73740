/** What an import would do, or did: the sums, and every doubtful line with its reason. */
import { useTranslation } from 'react-i18next'
import type { ImportReport, RowProblem } from '#modules/places/wire.ts'
import { Tag } from '#web/ui/status.tsx'

const most = 500

export function Report({ report }: { report: ImportReport }) {
  const { t } = useTranslation('desk')
  const errors = report.problems.filter(({ severity }) => severity === 'error')
  const warnings = report.problems.length - errors.length
  const sums = [
    ['rows', report.rows],
    ['added', report.added],
    ['changed', report.changed],
    ['same', report.same],
    ['errors', errors.length],
    ['warnings', warnings],
  ] as const
  const verdict = report.written ? 'written' : errors.length > 0 ? 'broken' : report.added + report.changed === 0 ? 'same' : 'ready'
  return (
    <section className="panel">
      <h2>{t(`import.verdict.${verdict}`)}</h2>
      <dl className="counts">
        {sums.map(([name, number]) => (
          <div key={name}>
            <dt>{t(`import.sums.${name}`)}</dt>
            <dd className={name === 'errors' && number > 0 ? 'tone-late' : name === 'warnings' && number > 0 ? 'tone-soon' : ''}>
              {number}
            </dd>
          </div>
        ))}
      </dl>
      {report.problems.length > 0 && <Problems problems={[...errors, ...report.problems.filter((each) => !errors.includes(each))]} />}
    </section>
  )
}

function Problems({ problems }: { problems: readonly RowProblem[] }) {
  const { t } = useTranslation('desk')
  return (
    <>
      <table className="table table-small">
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.code')}</th>
            <th scope="col">{t('import.kind')}</th>
            <th scope="col">{t('import.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, most).map(({ line, code, problem, facts, severity }) => (
            <tr key={`${line}${problem}`}>
              <td data-name={t('import.line')}>{line}</td>
              <td data-name={t('import.code')} className="broken">
                {code ?? '—'}
              </td>
              <td data-name={t('import.kind')}>
                <Tag tone={severity === 'error' ? 'late' : 'soon'} shape="alert">
                  {t(`import.severity.${severity}`)}
                </Tag>
              </td>
              <td data-name={t('import.problem')}>
                {t([`import.problems.${problem.replace('import.', '')}`, 'import.problems.other'], { ...facts, problem })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > most && <p className="soft">{t('import.cut', { most, count: problems.length })}</p>}
    </>
  )
}
