/** A paper of the dossier, or the whole of it, brought to this phone as a PDF. Who takes it is recorded. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refuse } from '#modules/kernel/refusal.ts'
import { download } from '#web/client/files.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { tell } from '../notice.tsx'
import type { Seen } from './file-body.tsx'

type Props = Pick<Seen, 'file'> & {
  readonly path: string
  readonly words: string
  readonly label?: string
  readonly kind?: 'plain' | 'quiet'
}

export function Take({ file, path, words, label, kind = 'plain' }: Props) {
  const { t } = useTranslation('disputes')
  const [isBusy, setBusy] = useState(false)
  const { dispute, number } = file
  const take = () => {
    setBusy(true)
    download(`/disputes/${dispute.id}/${path}`, `${number}.pdf`)
      .then(() => tell(t('field.dossier.taken')))
      .catch((error: unknown) => tell(say(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  return (
    <Act kind={kind} isBusy={isBusy} explain="tap" why={number ? undefined : refuse('offline')} onAct={take}>
      {words}
      {label && <span className="unseen">{label}</span>}
    </Act>
  )
}
