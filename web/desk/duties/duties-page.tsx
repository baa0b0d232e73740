/** 履职情况: who is behind with what. In the order of the places and never ranked; more than is asked for counts for nothing. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Duty } from '#modules/duties/duty.ts'
import type { Standing } from '#modules/duties/reply.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import { useMe } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Sign } from '#web/ui/status.tsx'
import { type DutiesSearch, Link, useAsked, useGo } from '../address.tsx'
import { useSpan } from '../beats/days.ts'
import { readsVillages, Sections } from '../beats/sections.tsx'
import { useDuties } from '../beats/villages.ts'
import { useDayWords } from '../disputes/due.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { PlaceSelect } from '../places/place-select.tsx'
import { Trouble } from '../trouble.tsx'
import { type How, howOf, isBehind } from './behind.ts'
import { Period } from './period.tsx'

export function DutiesPage() {
  const { t } = useTranslation('beats')
  return readsVillages(useMe()) ? <Duties /> : <NotYours title={t('desk.sections.duties')} />
}

function Duties() {
  const { t } = useTranslation('beats')
  const search = useAsked('/beats/duties')
  const go = useGo()
  const change = (part: DutiesSearch) => go({ to: '/beats/duties', search: { ...search, ...part }, replace: true })
  const { days, from, to } = useSpan(search.days)
  const { data, error, refetch } = useDuties({ place: search.place, from, to, brief: true })
  const isOnlyBehind = search.show === 'behind'
  const rows = data?.standings.filter((standing) => !isOnlyBehind || isBehind(standing, data.duties)) ?? []
  const behind = data?.standings.filter((standing) => isBehind(standing, data.duties)).length ?? 0
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <p className="soft">{t('desk.duties.words')}</p>
      <search className="filters">
        <PlaceSelect
          className="filter filter-place"
          label={t('desk.villages.place')}
          placeholder={t('desk.villages.place')}
          value={search.place}
          onChange={(place) => change({ place: place?.slice(0, 12) })}
        />
        <Period days={days} onChange={(chosen) => change({ days: chosen })} />
        <Checkbox checked={isOnlyBehind} onChange={(event) => change({ show: event.target.checked ? 'behind' : undefined })}>
          {t('desk.duties.onlyBehind', { count: behind })}
        </Checkbox>
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && rows.length === 0 && <Empty title={t(isOnlyBehind ? 'desk.duties.nobodyBehind' : 'desk.duties.nobody')} />}
      {data && rows.length > 0 && <Matrix rows={rows} duties={data.duties} days={String(days)} />}
    </Page>
  )
}

function Matrix({ rows, duties, days }: { rows: readonly Standing[]; duties: readonly Duty[]; days: string }) {
  const { t } = useTranslation('beats')
  return (
    <div className="scrolled">
      <table className="table table-small duty-matrix">
        <caption className="unseen">{t('desk.sections.duties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.duties.who')}</th>
            {duties.map((duty) => (
              <th key={duty.code} scope="col">
                {nameIn(duty)}
              </th>
            ))}
            <th scope="col">{t('desk.duties.questions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.person}${row.place}${row.since}`}>
              <td data-name={t('desk.duties.who')}>
                <Who of={row} days={days} />
              </td>
              {duties.map((duty) => (
                <td key={duty.code} data-name={nameIn(duty)}>
                  <Cell
                    how={howOf(
                      duty,
                      row.states.find((state) => state.duty === duty.code),
                    )}
                  />
                </td>
              ))}
              <td data-name={t('desk.duties.questions')}>
                {row.questions.length > 0 ? t('desk.duties.asks', { count: row.questions.length }) : <span className="soft">—</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Who({ of: { name, place, placeName, since, until, insteadOf }, days }: { of: Standing; days: string }) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  return (
    <>
      <Link to="/beats/$id/duties" params={{ id: place }} search={{ days }}>
        {name}
      </Link>{' '}
      <span className="soft">{placeName}</span>
      {until && (
        <small className="soft">
          {t(insteadOf ? 'desk.duties.standIn' : 'desk.duties.term', {
            from: words(since),
            to: words(daysAfter(until, -1)),
            name: insteadOf,
          })}
        </small>
      )}
    </>
  )
}

/** "12/13": of the windows that are over and asked for something, how many were met. */
function Cell({ how }: { how: How }) {
  const { t } = useTranslation('beats')
  switch (how.is) {
    case 'notOwed':
      return <span className="soft">—</span>
    case 'nothingDue':
      return <span className="soft">{t('desk.duties.nothingDue')}</span>
    default:
      return (
        <span className={how.isMet ? 'duty-met' : 'duty-missed'}>
          <Sign shape={how.isMet ? 'tick' : 'alert'} />{' '}
          {how.is === 'standing' ? t(how.isMet ? 'desk.duties.there' : 'desk.duties.notThere') : t('desk.duties.metOf', how)}
        </span>
      )
  }
}
