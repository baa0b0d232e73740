/** 待更换公示牌: boards on walls that no longer tell the truth, by town, to be printed together. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { asked } from '#web/client/api.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Link, useAsked, useGo } from '../address.tsx'
import { Heads } from '../heads.tsx'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { Trouble } from '../trouble.tsx'
import { useBoards, useMayPrint } from './boards.ts'

const most = 200

export function BoardsPage() {
  const { t } = useTranslation('places')
  const go = useGo()
  const may = useMayPrint()
  const { place = '' } = useAsked('/boards')
  const { data, error, refetch } = useBoards(place, may)
  if (!may) return <NotYours title={t('boards.title')} />
  const rows = data?.rows ?? []
  const all = data?.towns.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <Page
      isWide
      title={t('boards.title')}
      above={<Link to="/places">{t('change.back')}</Link>}
      aside={
        rows.length > 0 && (
          <a className="button button-primary" href={`/api/boards/print${asked({ place })}`} target="_blank" rel="noreferrer">
            {t('boards.print', { count: rows.length })}
          </a>
        )
      }
    >
      <p className="soft">{t('boards.words')}</p>
      {data && (data.towns.length > 1 || place) && (
        <Select
          aria-label={t('boards.town')}
          className="filter filter-place"
          value={place}
          options={[
            { value: '', label: `${t('boards.all')} ${all}` },
            ...data.towns.map(({ code, name, count }) => ({ value: code, label: `${name} ${count}` })),
          ]}
          onChange={(code: string) => go({ to: '/boards', search: code ? { place: code } : {}, replace: true })}
        />
      )}
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data && rows.length === 0 && <Empty title={t('boards.none')}>{t('boards.noneWords')}</Empty>}
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <Heads names={['lane', 'why', 'since', 'issued']} say={(name) => t(`boards.columns.${name}`)} />
              <th scope="col">
                <span className="unseen">{t('boards.printOne')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lane, name, why, staleSince, issued }) => (
              <tr key={lane}>
                <td data-name={t('boards.columns.lane')}>
                  <Link to="/places" search={{ code: lane }}>
                    {name}
                  </Link>
                </td>
                <td data-name={t('boards.columns.why')}>{t(`boards.why.${why}`)}</td>
                <td data-name={t('boards.columns.since')} className="unbroken">
                  {staleSince}
                </td>
                <td data-name={t('boards.columns.issued')} className="unbroken">
                  {issued ?? t('boards.never')}
                </td>
                <td>
                  <a className="unbroken" href={`/api/boards/print${asked({ lanes: lane })}`} target="_blank" rel="noreferrer">
                    {t('boards.printOne')}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length === most && <p className="soft">{t('boards.most')}</p>}
    </Page>
  )
}
