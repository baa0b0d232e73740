/** A village as its station and judicial office need it: who works there, which households were seen, what was promised and written down. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageFile } from '#modules/beats/reply.ts'
import { entersLeave } from '#modules/beats/rules/village.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { useActor, useMe } from '#web/client/session.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Loading } from '#web/ui/states.tsx'
import { Link, useNamed } from '../../address.tsx'
import { On, useDayWords } from '../../disputes/due.tsx'
import { Fact } from '../../fact.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { readsVillages } from '../sections.tsx'
import { useVillage } from '../villages.ts'
import { Zero } from '../zero.tsx'
import { Coverage } from './coverage.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { Leaves } from './leaves.tsx'
import { Promises, Records } from './records.tsx'

export function VillagePage() {
  const { t } = useTranslation('beats')
  const village = useNamed()
  return readsVillages(useMe()) ? <Village key={village} village={village} /> : <NotYours title={t('desk.title')} />
}

function Village({ village }: { village: string }) {
  const { t } = useTranslation('beats')
  const { data, error, refetch } = useVillage(village)
  const [isLeaving, setLeaving] = useState(false)
  const mayEnterLeave = entersLeave(useActor(), village as PlaceCode)
  return (
    <Page
      isWide
      title={data?.name ?? t('desk.title')}
      above={
        <span className="tags">
          <Link to="/beats">{t('desk.village.back')}</Link>
          {data && <span className="soft">{data.townName}</span>}
        </span>
      }
      aside={
        data && (
          <>
            <Link to="/beats/$id/duties" params={{ id: village }} className="button">
              {t('desk.sections.duties')}
            </Link>
            <Link to="/beats/$id/dossier" params={{ id: village }} className="button">
              {t('dossier.title')}
            </Link>
          </>
        )
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && (
        <div className="beat-split">
          <div className="file-middle">
            <Coverage of={data} />
            <Records village={village} />
          </div>
          <aside className="file-side">
            <Who of={data} />
            <section className="panel">
              <header className="panel-head">
                <h2>{t('desk.leave.title')}</h2>
                {mayEnterLeave && <Button onClick={() => setLeaving(true)}>{t('desk.leave.add')}</Button>}
              </header>
              <Leaves of={data} mayEnd={mayEnterLeave} />
            </section>
            <Promises of={data} />
            <Bulletins of={data} />
            <Groups of={data} />
          </aside>
        </div>
      )}
      {isLeaving && data && <LeaveDialog file={data} onClose={() => setLeaving(false)} />}
    </Page>
  )
}

function Who({ of }: { of: VillageFile }) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const workers = (all: VillageFile['officers']) =>
    all.length === 0 ? (
      <span className="tone-soon">{t('desk.villages.vacant')}</span>
    ) : (
      all.map(({ id, name, since, awayUntil, insteadOf }) => (
        <span key={id} className="stacked">
          <Link to="/people/$id" params={{ id }}>
            {insteadOf ? t('desk.villages.standIn', { name, of: insteadOf }) : name}
          </Link>{' '}
          <small className="soft">
            {awayUntil ? t('desk.village.away', { day: words(awayUntil) }) : t('desk.village.since', { day: words(since) })}
          </small>
        </span>
      ))
    )
  return (
    <section className="panel">
      <h2>{t('desk.village.who')}</h2>
      <dl className="facts">
        <Fact name={t('roles.officer')}>{workers(of.officers)}</Fact>
        <Fact name={t('roles.adviser')}>{workers(of.advisers)}</Fact>
        <Fact name={t('desk.zero.casesThisYear')}>
          <Zero kind="cases" of={of.zero.cases} />
        </Fact>
        <Fact name={t('desk.zero.petitionsThisYear')}>
          <Zero kind="petitions" of={of.zero.petitions} />
        </Fact>
      </dl>
      <p className="soft">{t('desk.zero.words')}</p>
    </section>
  )
}

function Bulletins({ of: { village, bulletins } }: { of: VillageFile }) {
  const { t } = useTranslation('beats')
  return (
    <section className="panel">
      <h2>{t('desk.village.bulletins')}</h2>
      {bulletins.length === 0 && <p className="soft">{t('desk.village.noBulletins')}</p>}
      {bulletins.map(({ id, title, body, byName, publishedAt }) => (
        <details key={id} className="bulletin">
          <summary>
            {title}{' '}
            <small className="soft">
              {byName} <DateTime at={publishedAt} />
            </small>
          </summary>
          <p className="said">{body}</p>
          <p className="tags">
            <a href={`/p/${village}/bulletins/${id}`} target="_blank" rel="noreferrer">
              {t('field.bulletins.see')}
            </a>
            <a href={`/p/${village}/bulletins/${id}/print`} target="_blank" rel="noreferrer">
              {t('public.print')}
            </a>
          </p>
        </details>
      ))}
    </section>
  )
}

function Groups({ of: { groups } }: { of: VillageFile }) {
  const { t } = useTranslation('beats')
  return (
    <section className="panel">
      <h2>{t('desk.village.groups')}</h2>
      {groups.length === 0 && <p className="soft">{t('desk.village.noGroups')}</p>}
      <ul className="lines">
        {groups.map(({ id, kind, name, size, lastNoticeOn, link, ownerName }) => (
          <li key={id} className="line">
            <span>
              {link ? (
                <a href={link} target="_blank" rel="noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}{' '}
              <small className="soft">
                {t('desk.village.group', { kind: t(`groupKinds.${kind}`), count: size })} {ownerName}
              </small>
            </span>
            <small className="soft">
              {lastNoticeOn ? (
                <>
                  {t('desk.village.lastNotice')} <On day={lastNoticeOn} />
                </>
              ) : (
                t('desk.village.noNotice')
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
