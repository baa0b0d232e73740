/** 线索: handed on to a unit, read there, by its author and by whom it names; who told it stays with the author. */
import './words.ts'
import '../styles/beats.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClueRow } from '#modules/beats/reply.ts'
import { get } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Empty, ErrorBox, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useCatalogue } from '../matters/queue.ts'
import { Page } from '../page.tsx'
import { Sheet } from '../sheet.tsx'
import { Came } from './came.tsx'
import { ClueForm } from './clue-form.tsx'
import { PassOn } from './pass-on.tsx'
import { VillageChoice } from './village-choice.tsx'
import { inDays, useVillage } from './village-work.ts'

const address = getRouteApi('/beats/clues')

export function CluesPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.clues.title')} hasBack>
      {village && (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <ClueForm key={village.code} village={village} />
        </>
      )}
      <Lists writes={village !== undefined} />
    </Page>
  )
}

/** What one handed on, and what came to one: by name, or to one's unit. */
function Lists({ writes }: { writes: boolean }) {
  const { t } = useTranslation('beats')
  const { id } = useActor()
  const { data, error, refetch } = useQuery({
    queryKey: ['clues'],
    queryFn: ({ signal }) => get<ClueRow[]>('/beats/clues', signal),
    // Each opening is recorded.
    refetchOnWindowFocus: false,
  })
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />
  const mine = data.filter(({ by }) => by === id)
  const given = data.filter(({ by }) => by !== id)
  return (
    <>
      {given.length > 0 && <List title={t('field.clues.given')} note={t('field.clues.givenNote')} rows={given} />}
      {writes && mine.length === 0 && <List title={t('field.clues.handed')} note={t('field.clues.none')} rows={[]} />}
      {mine.length > 0 && <List title={t('field.clues.handed')} rows={mine} isMine />}
      {!writes && data.length === 0 && <Empty title={t('field.clues.nothingGiven')} />}
    </>
  )
}

type ListProps = { readonly title: string; readonly note?: string; readonly rows: readonly ClueRow[]; readonly isMine?: boolean }

/** As many as are shown at first, and with each tap. */
const some = 10

function List({ title, note, rows, isMine = false }: ListProps) {
  const { t } = useTranslation('field')
  const [shown, setShown] = useState(some)
  return (
    <section className="section">
      <h2>{title}</h2>
      {note && <p className="soft">{note}</p>}
      <ul className="cards cards-inside">
        {rows.slice(0, shown).map((clue) => (
          <One key={clue.id} clue={clue} isMine={isMine} />
        ))}
      </ul>
      {rows.length > shown && (
        <Act isBlock onAct={() => setShown(shown + some)}>
          {t('list.more')}
        </Act>
      )}
    </section>
  )
}

function One({ clue, isMine }: { clue: ClueRow; isMine: boolean }) {
  const { t } = useTranslation('beats')
  const [isOpen, setOpen] = useState(false)
  const departments = useCatalogue().data?.departments ?? []
  const unit = departments.find(({ code }) => code === clue.unit)?.name ?? clue.unit
  const { id, village, villageName, on, words, source, outcome, named, matterId, disputeId } = clue
  return (
    <li className="card">
      <p className="card-top">
        <span className="soft">{inDays(on)}</span>
        <Outcome clue={clue} />
      </p>
      <p className="card-words">{words}</p>
      {source && <p className="soft">{t('field.clues.source', { source })}</p>}
      <p className="soft">{t(isMine ? 'field.clues.to' : 'field.clues.by', { unit, village: villageName, name: clue.byName })}</p>
      {named.length > 0 && (
        <p className="soft">{t('field.clues.named', { names: named.map(({ name }) => name).join(t('field.comma')) })}</p>
      )}
      {outcome?.reason && <p>{t('field.clues.reason', { reason: outcome.reason })}</p>}
      {isMine && <Came of={clue} />}
      {isMine && !matterId && !disputeId && (
        <p className="card-foot card-foot-end">
          <Act kind="quiet" onAct={() => setOpen(true)}>
            {t('field.clues.passOn')}
          </Act>
        </p>
      )}
      {isOpen && (
        <Sheet title={t('field.clues.passOn')} onClose={() => setOpen(false)}>
          <div className="form">
            <p>{t('field.clues.passOnWords')}</p>
            <PassOn start={{ of: 'clues', id, place: village, placeName: villageName, words: '', on }} />
          </div>
        </Sheet>
      )}
    </li>
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
