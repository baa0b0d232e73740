/** 线索: handed on to a unit, read there and by its author; who told it stays with the author. Nothing of it is kept among the answers. */
import './words.ts'
import '../styles/beats.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClueRow } from '#modules/beats/reply.ts'
import { get, mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Choice } from '../matters/choice.tsx'
import { useCatalogue } from '../matters/queue.ts'
import { WordsField } from '../matters/words-field.tsx'
import { Page } from '../page.tsx'
import { DayChoice } from './day-choice.tsx'
import { useSendPaper } from './send.ts'
import { VillageChoice } from './village-choice.tsx'
import { inDays, today, useVillage, type Village } from './village-work.ts'

const address = getRouteApi('/beats/clues')

export function CluesPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.clues.title')} hasBack>
      {!village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <Writing village={village} />
          <Handed />
        </>
      )}
    </Page>
  )
}

type Typed = { readonly on: string; readonly words: string; readonly source: string; readonly unit: string }
const blank = (): Typed => ({ on: today(), words: '', source: '', unit: 'police' })

/** No clue is older than this when it is written down. */
const earliest = '1900-01-01'

function Writing({ village }: { village: Village }) {
  const { t } = useTranslation(['beats', 'field'])
  const send = useSendPaper('clue')
  const departments = useCatalogue().data?.departments ?? []
  const { value, change, clear, isReady } = useDraft<Typed>('beat/clue', blank)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    if (!value.words.trim()) return setTrouble(t('field.missing.words'))
    setBusy(true)
    setTrouble(undefined)
    const source = value.source.trim()
    const told = { on: value.on, words: value.words.trim(), unit: value.unit, ...(source ? { source } : {}) }
    const page = `/beats/clues?village=${village.code}`
    const refusal = await send({ id: mint<string>(), village: village.code, ...told } as { id: string }, village.name, {
      draft: 'beat/clue',
      value,
      page,
    })
    setBusy(false)
    if (refusal) return setTrouble(say(refusal))
    await clear()
  }
  if (!isReady) return <Loading lines={4} />
  return (
    <div className="form">
      <WordsField
        name={t('field.fields.words')}
        placeholder={t('field.clues.example')}
        value={value.words}
        onChange={(words) => change({ words })}
        most={2000}
        note={t('field.clues.whoReads')}
      />
      <WordsField
        name={t('field.fields.source')}
        value={value.source}
        onChange={(source) => change({ source })}
        most={200}
        note={t('field.clues.sealed')}
        isOptional
      />
      <DayChoice value={value.on} onChange={(on) => change({ on })} least={earliest} most={today()} isAhead={false} />
      <Choice
        name={t('field.fields.unit')}
        options={departments.map(({ code, name }) => ({ key: code, words: name }))}
        chosen={value.unit}
        onChoose={(unit) => change({ unit })}
      />
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void go()}>
        {t(isBusy ? 'field:act.sending' : 'field.clues.hand')}
      </Act>
    </div>
  )
}

function Handed() {
  const { t } = useTranslation('beats')
  const { id } = useActor()
  const departments = useCatalogue().data?.departments ?? []
  const { data, error, refetch } = useQuery({ queryKey: ['clues'], queryFn: ({ signal }) => get<ClueRow[]>('/beats/clues', signal) })
  const mine = data?.filter(({ by }) => by === id) ?? []
  return (
    <section className="section" aria-labelledby="handed">
      <h2 id="handed">{t('field.clues.handed')}</h2>
      {!data && (error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data && mine.length === 0 && <p className="soft">{t('field.clues.none')}</p>}
      <ul className="cards cards-inside">
        {mine.map((clue) => (
          <li key={clue.id} className="card">
            <p className="card-top">
              <span className="soft">{inDays(clue.on)}</span>
              <Outcome clue={clue} />
            </p>
            <p className="card-words">{clue.words}</p>
            {clue.source && <p className="soft">{t('field.clues.source', { source: clue.source })}</p>}
            <p className="soft">
              {t('field.clues.to', {
                unit: departments.find(({ code }) => code === clue.unit)?.name ?? clue.unit,
                village: clue.villageName,
              })}
            </p>
            {clue.outcome?.reason && <p>{t('field.clues.reason', { reason: clue.outcome.reason })}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Outcome({ clue: { outcome } }: { clue: ClueRow }) {
  const { t } = useTranslation('beats')
  if (!outcome)
    return (
      <Tag tone="calm" shape="ring">
        {t('field.clues.waiting')}
      </Tag>
    )
  return (
    <Tag tone={outcome.isUseful ? 'good' : 'calm'} shape={outcome.isUseful ? 'tick' : 'bar'}>
      {t(outcome.isUseful ? 'field.clues.useful' : 'field.clues.notUseful')}
    </Tag>
  )
}
