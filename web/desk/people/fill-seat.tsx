/** An empty chair gets somebody: one of the staff, or a new person. */
import { App } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode, PostId } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { PersonView } from '#modules/people/wire.ts'
import { mint, post as send } from '#web/client/api.ts'
import { Link } from '../address.tsx'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { peopleChanged } from './people.ts'
import { PersonSelect } from './person-select.tsx'

type Props = { readonly role: Role; readonly place: PlaceCode; readonly placeName: string; readonly onClose: () => void }

export function FillSeat({ role, place, placeName, onClose }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const { message } = App.useApp()
  const [id] = useState(() => mint<PostId>())
  const [person, setPerson] = useState<PersonView>()
  const [isTold, setTold] = useState(false)
  const { isBusy, refusal, attempt } = useAttempt()
  const field = useId()
  const post = t('people:post', { place: placeName, role: t(`people:roles.${role}`) })

  const grant = () => {
    setTold(true)
    if (!person) return
    void attempt(async () => {
      peopleChanged(await send<PersonView>(`/people/${person.id}/posts`, { id, role, place, department: null }))
      void message.success(t('post.granted', { name: person.name }))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('post.fillTitle', { post })}
      send={t('post.grant')}
      onSend={grant}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={isTold && !person ? t('missingField', { field: t('person.who') }) : undefined}
    >
      <div className="field">
        <label htmlFor={field}>{t('person.who')}</label>
        <PersonSelect id={field} value={person} onChange={setPerson} />
      </div>
      {person && <p>{t('post.grantWords', { name: person.name, post })}</p>}
      <p>
        <Link to="/people/new" search={{ role, place }}>
          {t('post.fillNew')}
        </Link>
      </p>
    </Dialog>
  )
}
