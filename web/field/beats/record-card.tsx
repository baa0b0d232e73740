/** One record in a list; opened, what can still be done with it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tag } from '#web/ui/status.tsx'
import { Pending } from '../disputes/status.tsx'
import { Came } from './came.tsx'
import type { Foreseen } from './foreseen.ts'
import { RecordSheet } from './record-sheet.tsx'
import { headOf, wordsOf } from './record-words.ts'
import { inDays } from './village-work.ts'

export function RecordCard({ row }: { row: Foreseen }) {
  const { t } = useTranslation('beats')
  const [isOpen, setOpen] = useState(false)
  const { record, laneName, isPending } = row
  const { facts, voided } = record
  return (
    <li className="card">
      <button type="button" className="card-link card-button" onClick={() => setOpen(true)}>
        <span className="card-top">
          <strong>{headOf(record, laneName)}</strong>
          {isPending ? <Pending /> : <span className="soft">{inDays(record.on)}</span>}
        </span>
        {facts.kind === 'visit' && <span className="soft">{t(`purposes.${facts.purpose}`)}</span>}
        {wordsOf(record)
          .filter(Boolean)
          .map((words) => (
            <span key={words} className="card-words clamp">
              {words}
            </span>
          ))}
        {voided !== null && (
          <Tag tone="calm" shape="cross">
            {t('field.voided', { reason: voided })}
          </Tag>
        )}
      </button>
      <Came of={record} />
      {isOpen && <RecordSheet row={row} onClose={() => setOpen(false)} />}
    </li>
  )
}
