/** A code with which a party looks at what was agreed and says what was kept. Shown once; a new one ends the one before. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { post } from '#web/client/api.ts'
import { useAttempt } from '../../attempt.ts'
import { Dialog } from '../../dialog.tsx'
import { useReload } from './file.ts'
import { nameOf } from './speech.ts'

type Props = { readonly file: DisputeFile; readonly party: string; readonly onClose: () => void }

export function PartyCode({ file, party, onClose }: Props) {
  const { t } = useTranslation('disputes')
  const { isBusy, refusal, attempt } = useAttempt()
  const reload = useReload()
  const [code, setCode] = useState<string>()
  const name = nameOf(file, party)
  const close = () => {
    if (code) void reload(file.dispute.id).catch(() => undefined)
    onClose()
  }
  if (code) return <Shown name={name} code={code} onClose={close} />
  const give = () =>
    void attempt(async () => setCode((await post<{ code: string }>(`/disputes/${file.dispute.id}/parties/${party}/code`)).code))
  return (
    <Dialog
      title={t('desk.code.title', { name })}
      send={t('desk.code.send')}
      onSend={give}
      onClose={close}
      isBusy={isBusy}
      refusal={refusal}
    >
      <p>{t(file.coded.includes(party) ? 'desk.code.wordsAgain' : 'desk.code.words', { name })}</p>
    </Dialog>
  )
}

function Shown({ name, code, onClose }: { name: string; code: string; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const [isCopied, setCopied] = useState(false)
  const address = `${location.origin}/m/${code}`
  const copy = () => void navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <Modal
      open
      title={t('desk.code.title', { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('desk.code.done')}
        </Button>
      }
    >
      <div className="form">
        <p className="password broken">{code}</p>
        <p className="broken">{address}</p>
        {'clipboard' in navigator && (
          <p>
            <Button onClick={copy}>{t(isCopied ? 'desk:shownOnce.copied' : 'desk.code.copy')}</Button>
          </p>
        )}
        <p>{t('desk.code.once', { name })}</p>
      </div>
    </Modal>
  )
}
