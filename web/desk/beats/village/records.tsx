/** What was written down in a village, newest first; and what was promised at a door and not kept yet. */
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { recordKinds } from '#modules/beats/beat.ts'
import type { RecordRow, VillageFile } from '#modules/beats/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useMay } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Link, type RecordsSearch, useAsked, useGo } from '../../address.tsx'
import { DueOn, On } from '../../disputes/due.tsx'
import { Trouble } from '../../trouble.tsx'
import { useRecords } from '../villages.ts'
import { useRecordWords } from './record-words.ts'

export function Records({ village }: { village: string }) {
  const { t } = useTranslation(['beats', 'desk'])
  const field = useId()
  const search = useAsked('/beats/$id')
  const go = useGo()
  const change = (part: RecordsSearch) => go({ to: '/beats/$id', params: { id: village }, search: { ...search, ...part }, replace: true })
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(village, search)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section className="panel" id="records">
      <header className="panel-head">
        <h2>{t('desk.records.title')}</h2>
        <search className="filters">
          <Select
            className="filter"
            aria-label={t('desk.records.kind')}
            placeholder={t('desk.records.kind')}
            allowClear
            value={search.kind ?? null}
            options={recordKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kind) => change({ kind: kind ?? undefined })}
          />
          <label className="inline-label" htmlFor={field}>
            {t('desk.records.on')}
            <Input
              id={field}
              type="date"
              className="filter"
              value={search.on ?? ''}
              onChange={(event) => change({ on: event.target.value || undefined })}
            />
          </label>
        </search>
      </header>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data && rows.length === 0 && (
        <Empty
          title={t(search.kind || search.on ? 'desk.records.nothing' : 'desk.records.none')}
          {...(search.kind || search.on
            ? { step: { words: t('desk:filters.clear'), onAct: () => change({ kind: undefined, on: undefined }) } }
            : {})}
        />
      )}
      <ul className="lines">
        {rows.map((row) => (
          <One key={row.record.id} row={row} />
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('desk:queue.more')}
        </Button>
      )}
    </section>
  )
}

function One({ row }: { row: RecordRow }) {
  const { t } = useTranslation('beats')
  const { title, words } = useRecordWords()(row)
  const { record, byName } = row
  const readsMatters = useMay('matter.read')
  return (
    <li className={`record${record.voided === null ? '' : ' record-voided'}`}>
      <p>
        <strong>{title}</strong>{' '}
        <span className="soft">
          {byName} <On day={record.on} />
        </span>{' '}
        {record.voided !== null && (
          <Tag tone="calm" shape="cross">
            {t('desk.records.voided')}
          </Tag>
        )}
      </p>
      {record.voided && <p className="soft">{t('desk.records.why', { words: record.voided })}</p>}
      {words.map((line) => (
        <p key={line} className="said">
          {line}
        </p>
      ))}
      {record.matterId && !readsMatters && <span className="soft">{t('desk.records.matterWord')}</span>}
      {record.matterId && readsMatters && (
        <Link to="/matters/$id" params={{ id: record.matterId }}>
          {t('desk.records.matter')}
        </Link>
      )}
      {record.disputeId && (
        <Link to="/disputes/$id" params={{ id: record.disputeId }}>
          {t('desk.records.dispute')}
        </Link>
      )}
    </li>
  )
}

export function Promises({ of: { promises } }: { of: VillageFile }) {
  const { t } = useTranslation('beats')
  const today = dayOf(useNow())
  return (
    <section className="panel">
      <h2>{t('desk.village.promises')}</h2>
      {promises.length === 0 && <p className="soft">{t('desk.village.noPromises')}</p>}
      <ul className="lines">
        {promises.map(
          ({ record: { id, on, facts }, byName, laneName }) =>
            facts.kind === 'visit' && (
              <li key={id} className="line">
                <span>
                  {facts.promised || t('desk.records.unsaid')}
                  <small className="soft">
                    {byName} {laneName} {facts.house && t('desk.records.house', { house: facts.house })} <On day={on} />
                  </small>
                </span>
                {facts.promisedBy && (facts.promisedBy <= today ? <DueOn day={facts.promisedBy} /> : <On day={facts.promisedBy} />)}
              </li>
            ),
        )}
      </ul>
    </section>
  )
}
