/** 一村一档: the village's dossier as it stands at this moment; what is out of date is marked, and every value says where it comes from. */
import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Dossier, Line, Part } from '#modules/beats/dossier/dossier.ts'
import { seesHandover } from '#modules/beats/dossier/handover.ts'
import { type Say, standText, valueText } from '#modules/beats/dossier/said.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { get } from '#web/client/api.ts'
import { useActor, useMe } from '#web/client/session.ts'
import { Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Link, useNamed } from '../../address.tsx'
import { On, useDayWords } from '../../disputes/due.tsx'
import { Heads } from '../../heads.tsx'
import { Take } from '../../list/take.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { readsVillages } from '../sections.tsx'

type Named = Dossier & { readonly name: string; readonly townName: string }

const say: Say = (key, facts) => i18next.t(key, facts ?? {})

export function DossierPage() {
  const { t } = useTranslation('beats')
  const village = useNamed()
  return readsVillages(useMe()) ? <Whole key={village} village={village} /> : <NotYours title={t('dossier.title')} />
}

function Whole({ village }: { village: string }) {
  const { t } = useTranslation('beats')
  const actor = useActor()
  const day = useDayWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['beats', 'dossier', village],
    queryFn: ({ signal }) => get<Named>(`/beats/villages/${village}/dossier`, signal),
    // Each opening is recorded.
    refetchOnWindowFocus: false,
  })
  const later = data?.parts.filter(({ state }) => state === 'notInUse').map(({ code }) => t(`dossier.parts.${code}`)) ?? []
  return (
    <Page
      isWide
      title={data ? t('dossier.titleOf', { village: data.name }) : t('dossier.title')}
      above={
        <span className="tags">
          <Link to="/beats/$id" params={{ id: village }}>
            {t('desk.dossier.back')}
          </Link>
          {data && <span className="soft">{data.townName}</span>}
        </span>
      }
      aside={
        data && (
          <>
            <Take
              path={`/beats/villages/${village}/dossier/pdf`}
              name={`${data.name}.pdf`}
              words={t('desk.village.dossier')}
              done={t('desk.village.taken')}
            />
            {seesHandover(actor, village as PlaceCode) && (
              <Take
                path={`/beats/villages/${village}/handover/pdf`}
                name={`${data.name}.pdf`}
                words={t('desk.village.handover')}
                done={t('desk.village.taken')}
              />
            )}
          </>
        )
      }
    >
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={12} />}
      {data && (
        <>
          <p className="soft">
            {t('dossier.stand', { day: day(data.on) })} {t('dossier.hiddenNote')}
          </p>
          <p>{standText(say, data.parts)}</p>
          <div className="dossier">
            {data.parts
              .filter(({ state }) => state !== 'notInUse')
              .map((part) => (
                <Panel key={part.code} part={part} />
              ))}
          </div>
          {later.length > 0 && <p className="soft">{t('dossier.later', { parts: later.join(t('dossier.comma')) })}</p>}
        </>
      )}
    </Page>
  )
}

const heads = ['what', 'how', 'source'] as const

function Panel({ part: { code, state, lines } }: { part: Part }) {
  const { t } = useTranslation('beats')
  const name = t(`dossier.parts.${code}`)
  const head = (key: string) => t(`dossier.${key}`)
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{name}</h2>
        {state !== 'fresh' && (
          <Tag tone={state === 'missing' ? 'late' : 'soon'} shape={state === 'missing' ? 'ring' : 'clock'}>
            {t(`dossier.states.${state}`)}
          </Tag>
        )}
      </header>
      {lines.length === 0 ? (
        <p className="soft">{t('dossier.none')}</p>
      ) : (
        <table className="table table-small">
          <caption className="unseen">{name}</caption>
          <thead>
            <tr>
              <Heads names={heads} say={head} />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no ids, and the list is replaced whole
              <Row key={index} line={line} head={head} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ line, head }: { line: Line; head: (key: string) => string }) {
  const { key, name, source, asOf, isStale } = line
  const { t } = useTranslation('beats')
  const day = useDayWords()
  const what = t(`dossier.lines.${key}`)
  return (
    <tr>
      <td data-name={head('what')}>{name ? t('dossier.named', { what, name }) : what}</td>
      <td data-name={head('how')}>
        {valueText(say, line, (_, on) => day(on))}{' '}
        {isStale && (
          <Tag tone="soon" shape="clock">
            {t('dossier.old')}
          </Tag>
        )}
      </td>
      <td data-name={head('source')} className="soft">
        {t(`dossier.sources.${source}`)} <span className="unbroken">{asOf && <On day={asOf} />}</span>
      </td>
    </tr>
  )
}
