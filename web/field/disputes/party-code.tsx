/** A code with which a party looks at what was agreed, from the mediator's phone: shown once; a new one ends the one before. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refuse } from '#modules/kernel/refusal.ts'
import { post } from '#web/client/api.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { Sheet } from '../sheet.tsx'
import type { Seen } from './file-body.tsx'

type Props = Pick<Seen, 'file' | 'speech'> & { readonly party: string; readonly onClose: () => void }

export function PartyCode({ file, speech, party, onClose }: Props) {
  const { t } = useTranslation('disputes')
  const queries = useQueryClient()
  const [code, setCode] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { dispute, coded, number } = file
  const name = speech.party(party)
  const give = () => {
    setBusy(true)
    setTrouble(undefined)
    post<{ code: string }>(`/disputes/${dispute.id}/parties/${party}/code`)
      .then((given) => setCode(given.code))
      .catch((error: unknown) => setTrouble(say(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  const close = () => {
    if (code) void queries.invalidateQueries({ queryKey: ['disputes', 'file', dispute.id] })
    onClose()
  }
  return (
    <Sheet title={t('desk.code.title', { name })} onClose={close}>
      {code ? (
        <Shown name={name} code={code} onClose={close} />
      ) : (
        <div className="form">
          <p>{t(coded.includes(party) ? 'desk.code.wordsAgain' : 'desk.code.words', { name })}</p>
          <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
          {/* A file that still waits for signal is not there yet to look at. */}
          <Act kind="primary" isBlock isBusy={isBusy} why={number ? undefined : refuse('offline')} onAct={give}>
            {t('desk.code.send')}
          </Act>
        </div>
      )}
    </Sheet>
  )
}

function Shown({ name, code, onClose }: { name: string; code: string; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const [isCopied, setCopied] = useState(false)
  const address = `${location.origin}/m/${code}`
  return (
    <div className="form">
      <p className="given-code">{code}</p>
      <p className="written">{address}</p>
      <p>{t('desk.code.once', { name })}</p>
      {'clipboard' in navigator && (
        <Act isBlock onAct={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}>
          {t(isCopied ? 'field.code.copied' : 'desk.code.copy')}
        </Act>
      )}
      <Act kind="primary" isBlock onAct={onClose}>
        {t('desk.code.done')}
      </Act>
    </div>
  )
}
