/** 发送记录: everything that left the house, newest first, and what became of it. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { outsideChannels } from '#modules/notices/channel.ts'
import type { DeliveryPage, DeliveryView } from '#modules/notices/wire.ts'
import { asked, get, post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useMay } from '#web/client/session.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { inWords } from '#web/ui/instants.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Emergency, type Shape, Tag } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'
import { languageNow } from '#web/ui/words.ts'
import { type DeliverySearch, Link } from '../address.tsx'
import { useAttempt } from '../attempt.ts'
import { Heads } from '../heads.tsx'
import { sayHere, Trouble } from '../trouble.tsx'
import { useReason } from './fate-words.ts'
import { Gapped } from './gapped.tsx'

const shown: Readonly<Record<DeliveryView['status'], { readonly tone: Tone; readonly shape: Shape }>> = {
  waiting: { tone: 'soon', shape: 'clock' },
  sent: { tone: 'good', shape: 'tick' },
  logged: { tone: 'calm', shape: 'bar' },
  failed: { tone: 'late', shape: 'alert' },
}
const statuses = Object.keys(shown) as DeliveryView['status'][]

type Props = { readonly search: DeliverySearch; readonly onChange: (search: DeliverySearch) => void }

export function Deliveries({ search, onChange }: Props) {
  const { t } = useTranslation(['notices', 'desk'])
  const { status, channel, matter } = search
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['notices', 'deliveries', { status, channel, matter }],
    queryFn: ({ pageParam, signal }) =>
      get<DeliveryPage>(`/notices/deliveries${asked({ status, channel, matter, after: pageParam, limit: 50 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <p className="soft">{t('deliveries.words')}</p>
      <search className="filters" data-more>
        <Select
          className="filter"
          aria-label={t('deliveries.status')}
          placeholder={t('deliveries.status')}
          allowClear
          popupMatchSelectWidth={false}
          value={status ?? null}
          options={statuses.map((value) => ({ value, label: t(`deliveries.statuses.${value}`) }))}
          onChange={(chosen?: string | null) => onChange(asSearch({ ...search, status: chosen }))}
        />
        <Select
          className="filter"
          aria-label={t('deliveries.channel')}
          placeholder={t('deliveries.channel')}
          allowClear
          value={channel ?? null}
          options={outsideChannels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={(chosen?: string | null) => onChange(asSearch({ ...search, channel: chosen }))}
        />
        {(status || channel) && (
          <Button type="text" onClick={() => onChange(asSearch({ matter }))}>
            {t('deliveries.clear')}
          </Button>
        )}
        <Button onClick={() => void refetch()}>{t('deliveries.again')}</Button>
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && (
        <Empty title={t(status || channel ? 'deliveries.nothing' : 'deliveries.empty')}>
          {status || channel ? undefined : t('deliveries.emptyWords')}
        </Empty>
      )}
      {rows.length > 0 && <Table rows={rows} />}
      {hasNextPage && (
        <p className="list-foot">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('desk:queue.more')}
          </Button>
        </p>
      )}
    </>
  )
}

/** What is not asked for is not in the address. */
const asSearch = (search: { readonly [name in keyof DeliverySearch]: string | null | undefined }): DeliverySearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value))

function Table({ rows }: { rows: readonly DeliveryView[] }) {
  const { t } = useTranslation('notices')
  return (
    <table className="table">
      <thead>
        <tr>
          <Heads names={['at', 'to', 'what', 'text', 'status']} say={(name) => t(`deliveries.columns.${name}`)} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row }: { row: DeliveryView }) {
  const { t } = useTranslation('notices')
  const mayOpen = useMay('matter.read')
  return (
    <tr>
      <td data-name={t('deliveries.columns.at')} className="unbroken">
        <DateTime at={row.at} />
      </td>
      <td data-name={t('deliveries.columns.to')} className="delivery-to">
        <div>
          {row.to}
          <small className="soft">{t(`channels.${row.channel}`)}</small>
        </div>
      </td>
      <td data-name={t('deliveries.columns.what')}>
        <div>
          {t(`events.${row.event}`, { defaultValue: row.event })}
          <small className="soft">{t(`audiences.${row.audience}`)}</small>
          {row.number && (
            <small className="unbroken">
              {row.matterId && mayOpen ? (
                <Link to="/matters/$id" params={{ id: row.matterId }}>
                  {row.number}
                </Link>
              ) : (
                row.number
              )}
            </small>
          )}
        </div>
      </td>
      <td data-name={t('deliveries.columns.text')} className="broken delivery-text">
        <div>
          {row.isUrgent && row.matterId && <Emergency />} <strong>{row.title}</strong>
          <p>
            <Gapped text={row.body} />
          </p>
        </div>
      </td>
      <td data-name={t('deliveries.columns.status')}>
        <Fate row={row} />
      </td>
    </tr>
  )
}

function Fate({ row }: { row: DeliveryView }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const may = useMay('settings.edit')
  const reason = useReason()
  const { isBusy, refusal, attempt } = useAttempt()
  const words = (at: string) => inWords(at, new Date().toISOString(), languageNow())
  const again = () =>
    void attempt(async () => {
      await post(`/notices/deliveries/${row.id}/again`)
      await cache.invalidateQueries({ queryKey: ['notices', 'deliveries'] })
      void message.success(t('deliveries.retried'))
    })
  return (
    <div className="fate">
      <Tag {...shown[row.status]}>{t(`deliveries.statuses.${row.status}`)}</Tag>
      {row.sentAt && <small className="soft">{t('deliveries.sentAt', { at: words(row.sentAt) })}</small>}
      {row.attempts > 0 && row.status !== 'sent' && row.status !== 'logged' && (
        <small className="soft">{t('deliveries.attempts', { count: row.attempts })}</small>
      )}
      {row.nextAt && <small className="soft">{t('deliveries.next', { at: words(row.nextAt) })}</small>}
      {row.error && row.status !== 'sent' && <small className="broken">{t('deliveries.error', { error: reason(row.error) })}</small>}
      {may && row.status === 'failed' && (
        <Button loading={isBusy} onClick={again} aria-label={t('deliveries.retryOf', { to: row.to })}>
          {t('deliveries.retry')}
        </Button>
      )}
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal)}</p>}</div>
    </div>
  )
}
