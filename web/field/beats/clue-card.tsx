/** One clue: what was noticed, who reads it, what the unit answered, and for its author, what came of it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClueRow } from '#modules/beats/reply.ts'
import { Act } from '#web/ui/act.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Pending } from '../disputes/status.tsx'
import { Sheet } from '../sheet.tsx'
import { Came } from './came.tsx'
import type { UnsentClue } from './clue.ts'
import { PassOn } from './pass-on.tsx'
import { useUnitName } from './unit-field.tsx'
import { inDays, useVillages } from './village-work.ts'

export function ClueCard({ clue, isMine }: { clue: ClueRow; isMine: boolean }) {
  const { t } = useTranslation('beats')
  const [isOpen, setOpen] = useState(false)
  const unit = useUnitName()(clue.unit)
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

/** One that waits for signal: what it says is not shown before it has arrived. */
export function UnsentCard({ clue: { on, unit, village } }: { clue: UnsentClue }) {
  const { t } = useTranslation('beats')
  const nameOf = useUnitName()
  const villageName = useVillages().find(({ code }) => code === village)?.name ?? ''
  return (
    <li className="card">
      <p className="card-top">
        <span className="soft">{inDays(on)}</span>
        <Pending />
      </p>
      <p className="soft">{t('field.clues.to', { unit: nameOf(unit), village: villageName })}</p>
    </li>
  )
}
