/** The first ten of what waits for me, nearest deadline first, each with its next step. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MatterRow, QueuePage } from '#modules/matters/reply.ts'
import { whyNot } from '#modules/matters/rules/procedure.ts'
import { get } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { Deadline, useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Emergency, Status, Tag } from '#web/ui/status.tsx'
import { Link } from '../address.tsx'
import { useNames } from '../matters/catalogue.ts'
import { asStaff } from '../matters/file/file.ts'
import { Trouble } from '../trouble.tsx'

const most = 10

export function OwnWork() {
  const { t } = useTranslation(['desk', 'matters'])
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', 'own'],
    queryFn: ({ signal }) => get<QueuePage>(`/matters?view=todo&limit=${most}`, signal),
    refetchInterval: 60_000,
  })
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{t('today.own')}</h2>
        <Link to="/matters" search={{ view: 'todo' }}>
          {t('today.ownAll')}
        </Link>
      </header>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={5} />}
      {data?.rows.length === 0 && <Empty title={t('today.ownNone')}>{t('today.ownNoneWords')}</Empty>}
      <ul className="lines">
        {data?.rows.map((row) => (
          <Work key={row.matter.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Work({ row }: { row: MatterRow }) {
  const { t } = useTranslation('matters')
  const asker = asStaff(useActor())
  const names = useNames()
  const at = useNow()
  const { matter } = row
  const next = (['accept', 'settle'] as const).find((action) => !whyNot(matter, action, asker, { at, reopenDays: 0 }))
  return (
    <li className="line work">
      <Link to="/matters/$id" params={{ id: matter.id }} className="work-words">
        <strong>{names.category(matter.category) ?? row.categoryName}</strong>
        <span className="clamped">{matter.words}</span>
        <small className="soft">{row.placeName}</small>
      </Link>
      <span className="work-state">
        {matter.isEmergency && <Emergency />}
        <Status status={matter.status} />
        {matter.lateSince && matter.dueBy && matter.dueBy > at && (
          <Tag tone="late" shape="clock">
            {t('wasLate')}
          </Tag>
        )}
        <Deadline at={matter.dueBy} />
      </span>
      {next && (
        <Link to="/matters/$id" params={{ id: matter.id }} search={{ act: next }} className="button">
          {t(`actions.${next}`)}
        </Link>
      )}
    </li>
  )
}
