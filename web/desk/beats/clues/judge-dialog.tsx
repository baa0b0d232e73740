/** The unit says whether a clue was useful, and why: its author reads it. */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClueRow } from '#modules/beats/reply.ts'
import { post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../../attempt.ts'
import { Dialog } from '../../dialog.tsx'
import { OneOf, WordsField } from '../../fields.tsx'

export function JudgeDialog({ clue, onClose }: { clue: ClueRow; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const [useful, setUseful] = useState<'yes' | 'no' | ''>('')
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const send = () => {
    const missing = useful === '' ? 'useful' : reason.trim() === '' ? 'reason' : undefined
    setTrouble(missing && t(`desk.clues.missing.${missing}`))
    if (missing) return
    void attempt(async () => {
      await post(`/beats/clues/${clue.id}/outcome`, { isUseful: useful === 'yes', reason })
      await cache.invalidateQueries({ queryKey: ['beats', 'clues'] })
      void cache.invalidateQueries({ queryKey: ['duties'] })
      void message.success(t('desk.clues.judged'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('desk.clues.judge')}
      send={t('desk.clues.send')}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <p className="quoted said">{clue.words}</p>
      <OneOf
        name={t('desk.clues.isUseful')}
        value={useful}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(value === 'yes' ? 'desk.clues.useful' : 'desk.clues.useless'),
        }))}
        onChange={setUseful}
      />
      <WordsField name={t('desk.clues.why')} note={t('desk.clues.whyWords')} value={reason} most={500} onChange={setReason} />
    </Dialog>
  )
}
