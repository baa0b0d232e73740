/** 驻村: a village officer's or adviser's week: what it still asks, what is planned, what was promised, and what to write down. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import RightOutline from 'antd-mobile-icons/es/RightOutline'
import { useTranslation } from 'react-i18next'
import { officersKinds, recordKinds } from '#modules/beats/beat.ts'
import type { VillageFile } from '#modules/beats/reply.ts'
import { useActor, useMay, useMe } from '#web/client/session.ts'
import { ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { Bell } from '../notices/bell.tsx'
import { Page } from '../page.tsx'
import { PlannedDays } from './planned-days.tsx'
import { Promises } from './promises.tsx'
import { RecordCard } from './record-card.tsx'
import { VillageChoice } from './village-choice.tsx'
import {
  inDays,
  today,
  useAllVillages,
  useDuties,
  useForeseen,
  useNames,
  useRecent,
  useUnsent,
  useVillage,
  useVillageFile,
  useVillages,
  type Village,
} from './village-work.ts'
import { WeekSection } from './week-section.tsx'

const address = getRouteApi('/beats')

export function BeatPage() {
  const { t } = useTranslation('beats')
  const mayWork = useMay('beat.work')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  useAllVillages()
  return (
    <Page title={t('field.title')} aside={<Bell />}>
      {!mayWork || !village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <Week key={village.code} village={village} />
        </>
      )}
    </Page>
  )
}

/** What is written down most is the large button; the rest stand below it. */
const others = recordKinds.filter((kind) => kind !== 'visit')

function Week({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const keeps = useMay('village.keep')
  const isOfficer = useMe().posts.some(({ role, place }) => role === 'police_officer' && place === village.code)
  const isOnlyOne = useVillages().length === 1
  const { data: file, error, refetch } = useVillageFile(village.code)
  const { data: duties } = useDuties()
  const recent = useRecent(village.code)
  const names = useNames(file)
  const unsent = useUnsent(village.code, names)
  const records = useForeseen(recent.data?.rows ?? [], names).filter(({ record }) => record.village === village.code)
  const standings = duties?.find((each) => each.standings.some(({ place }) => place === village.code))
  const search = { village: village.code }
  if (!file && error && refusalOf(error).refused !== 'offline') return <ErrorBox error={error} onRetry={() => void refetch()} />
  if (!file && !error) return <Loading lines={8} />
  return (
    <>
      {!file && <p className="strip strip-calm">{t('field.notHere')}</p>}
      {isOnlyOne && <p className="page-words soft">{village.name}</p>}
      {file && <Leave file={file} />}
      <p className="page-words">
        <Link to="/beats/new" search={{ ...search, kind: 'visit' }} className="button button-primary button-tall button-wide">
          {t('field.add.visit')}
        </Link>
      </p>
      {standings && <WeekSection village={village} standings={standings} unsent={unsent.map(({ record }) => record)} />}
      <PlannedDays records={records} />
      <Promises
        {...{ village: village.code, promises: file?.promises ?? [], records, names }}
        there={[...(file?.officers ?? []), ...(file?.advisers ?? [])].flatMap(({ id, awayUntil }) => (awayUntil ? [] : [id]))}
      />
      <section className="section" aria-labelledby="write">
        <h2 id="write">{t('field.write')}</h2>
        <div className="adds">
          {others
            .filter((kind) => isOfficer || !officersKinds.includes(kind))
            .map((kind) => (
              <Link key={kind} to="/beats/new" search={{ ...search, kind }} className="button">
                {t(`field.add.${kind}`)}
              </Link>
            ))}
          {isOfficer && (
            <Link to="/beats/bulletins" search={search} className="button">
              {t('field.add.bulletin')}
            </Link>
          )}
          <Link to="/beats/clues" search={search} className="button">
            {t('field.add.clue')}
          </Link>
        </div>
      </section>
      <section className="section" aria-labelledby="written">
        <h2 id="written">{t('field.recent')}</h2>
        {records.length === 0 && recent.data && <p className="soft">{t('field.noRecords')}</p>}
        <ul className="cards cards-inside">
          {records
            .filter(({ record }) => record.on <= today())
            .slice(0, 3)
            .map((row) => (
              <RecordCard key={row.record.id} row={row} />
            ))}
        </ul>
        <ul className="rows">
          <More to="/beats/records" village={village.code} words={t('field.all')} />
          <More to="/beats/groups" village={village.code} words={t('field.groups.title')} count={file?.groups.length} />
          {keeps && <More to="/beats/facilities" village={village.code} words={t('field.facilities.title')} />}
          {keeps && <More to="/beats/dossier" village={village.code} words={t('dossier.title')} />}
        </ul>
      </section>
    </>
  )
}

/** Whose leave it is these days: one's own, or of whom one stands in for. */
function Leave({ file: { leaves, officers, advisers } }: { file: VillageFile }) {
  const { t } = useTranslation('beats')
  const { id } = useActor()
  const now = today()
  const mine = leaves.find(({ person, from, to }) => person === id && from <= now && to >= now)
  const instead = [...officers, ...advisers].find((each) => each.id === id)?.insteadOf
  const theirs = leaves.find(({ name, from, to }) => instead && name === instead && from <= now && to >= now)
  const words = mine
    ? t(mine.substituteName ? 'field.leave.mine' : 'field.leave.alone', { day: inDays(mine.to), name: mine.substituteName })
    : theirs && t('field.leave.standIn', { day: inDays(theirs.to), name: theirs.name })
  return words ? <p className="strip strip-calm">{words}</p> : null
}

function More({
  to,
  village,
  words,
  count,
}: {
  to: '/beats/records' | '/beats/groups' | '/beats/facilities' | '/beats/dossier'
  village: string
  words: string
  count?: number | undefined
}) {
  return (
    <li>
      <Link to={to} search={{ village }} className="row">
        <span>
          {words} {count ? <span className="soft">{count}</span> : null}
        </span>
        <RightOutline aria-hidden="true" />
      </Link>
    </li>
  )
}
