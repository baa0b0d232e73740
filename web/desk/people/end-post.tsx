/** Ending a post says beforehand what happens to the work in hand, and afterwards how much of it moved. */
import { App, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView, PostView } from '#modules/people/wire.ts'
import { post as send } from '#web/client/api.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { usePlaceFile } from '../places/place-file.ts'
import { peopleChanged } from './people.ts'

type Props = { readonly person: PersonView; readonly post: PostView; readonly onClose: () => void }
type Ended = { readonly person: PersonView; readonly moved: number }

export function EndPost({ person, post, onClose }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const { modal } = App.useApp()
  const { data } = usePlaceFile(post.place)
  const [successor, setSuccessor] = useState('')
  const { isBusy, refusal, attempt } = useAttempt()
  const seat = data?.seats.find(({ role, department }) => role === post.role && department === post.department)
  const others = seat?.holders.filter(({ personId }) => personId !== person.id) ?? []
  const name = t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })
  const heir = others.find(({ personId }) => personId === successor)
  const what = heir ? 'toHeir' : others.length > 0 ? 'toSeat' : 'upwards'

  const end = () =>
    void attempt(async () => {
      const done = await send<Ended>(`/people/${person.id}/posts/${post.id}/end`, successor ? { successor } : {})
      peopleChanged(done.person)
      onClose()
      void modal.success({ title: t('post.ended', { name: person.name, post: name }), content: t('post.moved', { count: done.moved }) })
    })

  return (
    <Dialog
      title={t('post.endTitle', { name: person.name, post: name })}
      send={t('post.end')}
      onSend={end}
      onClose={onClose}
      isBusy={isBusy}
      isDanger
      refusal={refusal}
    >
      {others.length > 0 && (
        <fieldset className="field">
          <legend>{t('post.successor')}</legend>
          <Radio.Group
            className="radios"
            value={successor}
            onChange={(event) => setSuccessor(event.target.value)}
            options={[
              { value: '', label: t('post.noSuccessor') },
              ...others.map(({ personId, name, phone }) => ({ value: personId, label: `${name} ${phone}` })),
            ]}
          />
        </fieldset>
      )}
      <p>{t(`post.endWords.${what}`, { name: person.name, post: name, heir: heir?.name })}</p>
      {others.length === 0 && <p className="soft">{t('post.endHint')}</p>}
    </Dialog>
  )
}
