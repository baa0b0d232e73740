/** A forgotten password: a new first one, shown once, to be changed at the next sign-in. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#modules/people/wire.ts'
import { post as send } from '#web/client/api.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { firstPassword } from './first-password.ts'
import { ShownOnce } from './shown-once.tsx'

export function ResetPassword({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('desk')
  const [password] = useState(firstPassword)
  const [isDone, setDone] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  if (isDone) return <ShownOnce person={person} password={password} onClose={onClose} />
  const reset = () =>
    void attempt(async () => {
      await send(`/people/${person.id}/password`, { password })
      setDone(true)
    })
  return (
    <Dialog
      title={t('person.passwordTitle', { name: person.name })}
      send={t('person.passwordSend')}
      onSend={reset}
      onClose={onClose}
      isBusy={isBusy}
      isDanger
      refusal={refusal}
    >
      <p>{t('person.passwordWords', { name: person.name })}</p>
    </Dialog>
  )
}
