/** A new person on the staff, with a first post if one is chosen, and a first password shown once. */
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId, PostId } from '#modules/kernel/ids.ts'
import { type Role, roleNames } from '#modules/people/role.ts'
import { type PersonView, phone as Phone } from '#modules/people/wire.ts'
import { mint, post as send } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Link, useAsked, useGo } from '../address.tsx'
import { useAttempt } from '../attempt.ts'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { sayHere } from '../trouble.tsx'
import { firstPassword } from './first-password.ts'
import { peopleChanged } from './people.ts'
import { type PostDraft, PostFields } from './post-fields.tsx'
import { usePostTrouble } from './post-trouble.ts'
import { ShownOnce } from './shown-once.tsx'

export function NewPersonPage() {
  const { t } = useTranslation('desk')
  const may = useMay('post.grant')
  const asked = useAsked('/people/new')
  const go = useGo()
  const [ids] = useState(() => ({ id: mint<PersonId>(), post: mint<PostId>(), password: firstPassword() }))
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const role = roleNames.find((each) => each === asked.role) ?? ('' as Role | '')
  const [draft, setDraft] = useState<PostDraft>({ role, place: asked.place ?? '', department: '' })
  const [trouble, setTrouble] = useState<string>()
  const [added, setAdded] = useState<PersonView>()
  const { isBusy, refusal, attempt } = useAttempt()
  const troubleOf = usePostTrouble()
  const [nameField, phoneField] = [useId(), useId()]
  if (!may) return <NotYours title={t('people.add')} />

  const add = () => {
    const wrong = !name.trim()
      ? t('missingField', { field: t('people.name') })
      : !Phone.safeParse(phone).success
        ? t('signIn.phoneWrong')
        : draft.role
          ? troubleOf(draft)
          : undefined
    setTrouble(wrong)
    if (wrong) return
    void attempt(async () => {
      const post = draft.role ? { id: ids.post, role: draft.role, place: draft.place, department: draft.department || null } : undefined
      const person = await send<PersonView>('/people', { id: ids.id, name: name.trim(), phone, password: ids.password, post })
      peopleChanged(person)
      setAdded(person)
    })
  }

  return (
    <Page title={t('people.add')} above={<Link to="/people">{t('person.back')}</Link>}>
      <div className="panel narrow form">
        <div className="field">
          <label htmlFor={nameField}>{t('people.name')}</label>
          <Input id={nameField} autoComplete="off" maxLength={30} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={phoneField}>{t('people.phone')}</label>
          <Input
            id={phoneField}
            type="tel"
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <p className="soft">{t('people.phoneHow')}</p>
        </div>
        <PostFields value={draft} onChange={setDraft} />
        <p className="soft">{t('people.passwordHow')}</p>
        <div aria-live="assertive">{(trouble || refusal) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
        <p>
          <Button type="primary" loading={isBusy} onClick={add}>
            {t('people.add')}
          </Button>
        </p>
      </div>
      {added && <ShownOnce person={added} password={ids.password} onClose={() => go({ to: '/people/$id', params: { id: added.id } })} />}
    </Page>
  )
}
