import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostId } from '#modules/kernel/ids.ts'
import type { PersonView } from '#modules/people/wire.ts'
import { mint, post as send } from '#web/client/api.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { usePlaceName } from '../places/place-file.ts'
import { peopleChanged, today } from './people.ts'
import { blankPost, missingIn, PostFields } from './post-fields.tsx'
import { usePostTrouble } from './post-trouble.ts'
import { Term } from './term.tsx'

/** Gives somebody one more post. */
export function GrantPost({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'people'])
  const { message } = App.useApp()
  const [id] = useState(() => mint<PostId>())
  const [draft, setDraft] = useState(blankPost)
  const [since, setSince] = useState(today)
  const [until, setUntil] = useState('')
  const [isTold, setTold] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  const troubleOf = usePostTrouble()
  const place = usePlaceName(draft.place || undefined)

  const isBackwards = until !== '' && until <= (since || today())
  const grant = () => {
    setTold(true)
    if (missingIn(draft) || isBackwards) return
    void attempt(async () => {
      const { role, place, department } = draft
      const term = { ...(since ? { since } : {}), ...(until ? { until } : {}) }
      peopleChanged(await send<PersonView>(`/people/${person.id}/posts`, { id, role, place, department: department || null, ...term }))
      void message.success(t('post.granted', { name: person.name }))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('post.grantTitle', { name: person.name })}
      send={t('post.grant')}
      onSend={grant}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={isTold ? (troubleOf(draft) ?? (isBackwards ? t('post.order') : undefined)) : undefined}
    >
      <PostFields value={draft} onChange={setDraft} />
      <Term since={since} until={until} onSince={setSince} onUntil={setUntil} />
      {draft.role && draft.place && (
        <p>
          {t(since && since !== today() ? 'post.grantWordsLater' : 'post.grantWords', {
            name: person.name,
            since,
            post: t('people:post', { place, role: t(`people:roles.${draft.role}`) }),
          })}
        </p>
      )}
    </Dialog>
  )
}
