/** 村档案: the village's dossier as it stands at this moment, part by part, with where each value comes from and of which day it is. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi, Link } from '@tanstack/react-router'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Line, Part } from '#modules/beats/dossier/dossier.ts'
import { seesHandover } from '#modules/beats/dossier/handover.ts'
import { type Say, standText, valueText } from '#modules/beats/dossier/said.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { download } from '#web/client/files.ts'
import { useActor, useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { VillageChoice } from './village-choice.tsx'
import { inDays, useDossier, useVillage, type Village } from './village-work.ts'

const address = getRouteApi('/beats/dossier')

const words: Say = (key, facts) => i18next.t(key, facts ?? {})

export function DossierPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village, 'village.keep')
  const mayKeep = useMay('village.keep')
  const navigate = address.useNavigate()
  return (
    <Page title={t('dossier.title')} hasBack>
      {!mayKeep || !village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice
            verb="village.keep"
            chosen={village.code}
            onChoose={(code) => void navigate({ search: { village: code }, replace: true })}
          />
          <Whole key={village.code} village={village} />
        </>
      )}
    </Page>
  )
}

function Whole({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const actor = useActor()
  const { data, error, refetch } = useDossier(village.code)
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading lines={10} />
  const inUse = data.parts.filter(({ state }) => state !== 'notInUse')
  return (
    <>
      <p className="page-words">
        <strong>{village.name}</strong> <span className="soft">{t('dossier.stand', { day: inDays(data.on) })}</span>
      </p>
      <p className="page-words">{standText(words, data.parts)}</p>
      {inUse.map((part) => (
        <Section key={part.code} part={part} village={village} />
      ))}
      <p className="page-words soft">{t('dossier.hiddenNote')}</p>
      <div className="page-foot form">
        <Take path={`/beats/villages/${village.code}/dossier/pdf`} name={`${village.name}.pdf`} words={t('field.dossier.pdf')} />
        {seesHandover(actor, village.code as PlaceCode) && (
          <Take path={`/beats/villages/${village.code}/handover/pdf`} name={`${village.name}.pdf`} words={t('field.dossier.handover')} />
        )}
      </div>
    </>
  )
}

/** The parts that an officer keeps lead to where they are kept. */
const kept = { facilities: '/beats/facilities', groups: '/beats/groups', bulletins: '/beats/bulletins' } as const

function Section({ part: { code, state, lines }, village }: { part: Part; village: Village }) {
  const { t } = useTranslation('beats')
  const works = useMay('beat.work')
  const from = ({ source, asOf }: Line) => [t(`dossier.sources.${source}`), asOf && inDays(asOf)].filter(Boolean).join(t('field.comma'))
  // Where all of it is of one day and one register, that is said once.
  const isOfOne = lines.length > 1 && lines.every((line) => from(line) === from(lines[0]!))
  const to = code in kept && (works || code === 'facilities') ? kept[code as keyof typeof kept] : undefined
  return (
    <section className="section" aria-labelledby={`part-${code}`}>
      <p className="card-top">
        <strong id={`part-${code}`}>{t(`dossier.parts.${code}`)}</strong>
        {state !== 'fresh' && (
          <Tag tone={state === 'missing' ? 'late' : 'soon'} shape={state === 'missing' ? 'ring' : 'clock'}>
            {t(`dossier.states.${state}`)}
          </Tag>
        )}
      </p>
      {lines.length === 0 && <p className="soft">{t('dossier.none')}</p>}
      <dl className="dossier-lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no ids, and the list is replaced whole
          <div key={index}>
            <dt>
              {line.name ? t('dossier.named', { what: t(`dossier.lines.${line.key}`), name: line.name }) : t(`dossier.lines.${line.key}`)}
            </dt>
            <dd>
              <span>{valueText(words, line, (_, day) => inDays(day))}</span>{' '}
              {line.isStale && (
                <Tag tone="soon" shape="clock">
                  {t('dossier.old')}
                </Tag>
              )}
              {!isOfOne && <small className="soft">{from(line)}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {isOfOne && <p className="soft">{from(lines[0]!)}</p>}
      {to && (
        <Link to={to} search={{ village: village.code }} className="button button-quiet">
          {t(`field.dossier.keep.${code}`)}
        </Link>
      )}
    </section>
  )
}

function Take({ path, name, words }: { path: string; name: string; words: string }) {
  const { t } = useTranslation('beats')
  const [isBusy, setBusy] = useState(false)
  const take = () => {
    setBusy(true)
    download(path, name)
      .then(() => tell(t('field.dossier.taken')))
      .catch((error: unknown) => tell(say(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <Act isBlock isBusy={isBusy} onAct={take}>
      {words}
    </Act>
  )
}
