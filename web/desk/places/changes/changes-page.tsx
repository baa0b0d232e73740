/** 区划调整: what is planned and what was done. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ChangeView, Sums } from '#modules/places/change-wire.ts'
import { post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Link } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { Heads } from '../../heads.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { sayHere, Trouble } from '../../trouble.tsx'
import { placesChanged, useChanges } from './changes.ts'

const tones = { planned: 'soon', done: 'good', cancelled: 'calm', failed: 'late' } as const
const shapes = { planned: 'ring', done: 'tick', cancelled: 'cross', failed: 'alert' } as const

export function ChangesPage() {
  const { t } = useTranslation(['places', 'app'])
  const may = useMay('place.edit')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useChanges()
  if (!may) return <NotYours title={t('change.title')} />
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page
      isWide
      title={t('change.title')}
      above={<Link to="/places">{t('change.back')}</Link>}
      aside={
        <>
          <Link to="/editions" className="button">
            {t('change.edition')}
          </Link>
          <Link to="/changes/new" className="button button-primary">
            {t('change.new')}
          </Link>
        </>
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data && rows.length === 0 && <Empty title={t('change.empty')}>{t('change.emptyWords')}</Empty>}
      {rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <Heads names={['day', 'what', 'about', 'reason', 'state', 'who']} say={(name) => t(`change.columns.${name}`)} />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('change.more')}
          </Button>
        </p>
      )}
    </Page>
  )
}

const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name).join('、')

/** How much moved; what did not is not counted out. */
function Moved({ sums }: { sums: Sums }) {
  const { t } = useTranslation(['places', 'desk'])
  const told = (['posts', 'matters', 'boards'] as const).filter((name) => sums[name] > 0)
  return (
    told.length > 0 && (
      <small className="soft">{told.map((name) => t(`change.moved.${name}`, { count: sums[name] })).join(t('change.and'))}</small>
    )
  )
}

function Row({ row }: { row: ChangeView }) {
  const { t } = useTranslation(['places', 'app'])
  const { message } = App.useApp()
  const { isBusy, refusal, attempt } = useAttempt()
  const drop = () =>
    void attempt(async () => {
      await post<ChangeView>(`/places/changes/${row.id}/cancel`, {})
      placesChanged()
      void message.success(t('change.cancelled'))
    })
  const why = refusal ?? row.refusal
  return (
    <tr>
      <td data-name={t('change.columns.day')} className="unbroken">
        {row.day}
      </td>
      <td data-name={t('change.columns.what')} className="unbroken">
        {t(`change.kinds.${row.kind}`)}
      </td>
      <td data-name={t('change.columns.about')}>
        {row.about.length > 0 ? t('change.arrow', { from: names(row.about), to: names(row.became) }) : names(row.became)}
        {row.state === 'done' && row.sums && <Moved sums={row.sums} />}
      </td>
      <td data-name={t('change.columns.reason')}>
        {row.reason}
        {row.document && <small className="soft">{row.document}</small>}
      </td>
      <td data-name={t('change.columns.state')}>
        <Tag tone={tones[row.state]} shape={shapes[row.state]}>
          {t(`change.states.${row.state}`)}
        </Tag>
        {why && <small className="tone-late">{sayHere(why as never)}</small>}
        {row.state === 'planned' && (
          <Button type="link" loading={isBusy} onClick={drop}>
            {t('change.cancel')}
          </Button>
        )}
      </td>
      <td data-name={t('change.columns.who')}>{row.askedBy}</td>
    </tr>
  )
}
