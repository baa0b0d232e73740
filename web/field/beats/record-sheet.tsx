/** What can be done with a record: put right, voided with a reason, passed on. What the rules no longer allow says why. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whyNot } from '#modules/beats/rules/decide.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { WordsField } from '../matters/words-field.tsx'
import { Sheet } from '../sheet.tsx'
import { startOf } from './follow.ts'
import type { Foreseen } from './foreseen.ts'
import { PassOn } from './pass-on.tsx'
import { headOf, wordsOf } from './record-words.ts'
import { useSendRecord } from './send.ts'
import { inDays } from './village-work.ts'

export function RecordSheet({ row, onClose }: { row: Foreseen; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const actor = useActor()
  const navigate = useNavigate()
  const [isVoiding, setVoiding] = useState(false)
  const { record, laneName, villageName } = row
  const at = new Date().toISOString()
  const { kind } = record.facts
  const isAhead = record.facts.kind === 'day' && record.facts.state !== 'done'
  const canPassOn = !isAhead && !whyNot(record, 'follow', actor, at)
  return (
    <Sheet title={headOf(record, laneName)} onClose={onClose}>
      <div className="form">
        <p className="soft">{t('field.onDay', { kind: t(`kinds.${kind}`), day: inDays(record.on) })}</p>
        {wordsOf(record)
          .filter(Boolean)
          .map((words) => (
            <p key={words}>{words}</p>
          ))}
        {isVoiding ? (
          <Voiding row={row} onDone={onClose} />
        ) : (
          <>
            {canPassOn && <PassOn start={startOf(record, villageName, laneName)} />}
            <Act
              isBlock
              why={whyNot(record, 'amend', actor, at)}
              onAct={() => void navigate({ to: '/beats/new', search: { kind, village: record.village, record: record.id } })}
            >
              {t('field.amend')}
            </Act>
            {!whyNot(record, 'void', actor, at) && (
              <Act isBlock kind="quiet" onAct={() => setVoiding(true)}>
                {t('field.void')}
              </Act>
            )}
          </>
        )}
      </div>
    </Sheet>
  )
}

function Voiding({ row: { record, villageName }, onDone }: { row: Foreseen; onDone: () => void }) {
  const { t } = useTranslation('beats')
  const send = useSendRecord()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    if (!reason.trim()) return setAsked(true)
    setBusy(true)
    const refusal = await send(record.id, { do: 'void', reason: reason.trim() }, { kind: record.facts.kind, village: villageName })
    setBusy(false)
    if (!refusal) onDone()
  }
  return (
    <>
      <WordsField
        name={t('field.voidReason')}
        value={reason}
        onChange={setReason}
        most={200}
        offers={[t('field.voidOffers.twice'), t('field.voidOffers.wrong')]}
        isWrong={isAsked && !reason.trim()}
      />
      {isAsked && !reason.trim() && <p className="warning">{t('field.missing.reason')}</p>}
      <Act kind="danger" isBlock isBusy={isBusy} onAct={() => void go()}>
        {t('field.void')}
      </Act>
    </>
  )
}
