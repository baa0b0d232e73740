/** A post and all its open work go to somebody else, in one step. */
import { App } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostId } from '#modules/kernel/ids.ts'
import type { PersonView, PostView } from '#modules/people/wire.ts'
import { mint, post as send } from '#web/client/api.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { peopleChanged } from './people.ts'
import { PersonSelect } from './person-select.tsx'

type Props = { readonly person: PersonView; readonly post: PostView; readonly onClose: () => void }

export function HandOverPost({ person, post, onClose }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const { modal } = App.useApp()
  const [postId] = useState(() => mint<PostId>())
  const [to, setTo] = useState<PersonView>()
  const [isTold, setTold] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  const field = useId()
  const name = t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })

  const handOver = () => {
    setTold(true)
    if (!to) return
    void attempt(async () => {
      const done = await send<{ person: PersonView; moved: number }>(`/people/${person.id}/posts/${post.id}/hand-over`, {
        to: to.id,
        postId,
      })
      peopleChanged(done.person)
      onClose()
      void modal.success({ title: t('post.handedOver', { to: to.name, post: name }), content: t('post.moved', { count: done.moved }) })
    })
  }
  return (
    <Dialog
      title={t('post.handOverTitle', { name: person.name, post: name })}
      send={t('person.handOver')}
      onSend={handOver}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={isTold && !to ? t('missingField', { field: t('post.to') }) : undefined}
    >
      <div className="field">
        <label htmlFor={field}>{t('post.to')}</label>
        <PersonSelect id={field} value={to} not={person.id} onChange={setTo} />
      </div>
      <p>{t('post.handOverWords', { name: person.name, post: name, to: to?.name ?? t('post.somebody') })}</p>
    </Dialog>
  )
}
