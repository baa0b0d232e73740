/** A first password, shown once: it is nowhere else in readable form. */
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#modules/people/wire.ts'

type Props = { readonly person: Pick<PersonView, 'name' | 'phone'>; readonly password: string; readonly onClose: () => void }

export function ShownOnce({ person, password, onClose }: Props) {
  const { t } = useTranslation('desk')
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(password).then(() => setCopied(true))
  return (
    <Modal
      open
      title={t('shownOnce.title', { name: person.name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('shownOnce.done')}
        </Button>
      }
    >
      <div className="form">
        <p className="password">{password}</p>
        {'clipboard' in navigator && (
          <p>
            <Button onClick={copy}>{t(isCopied ? 'shownOnce.copied' : 'shownOnce.copy')}</Button>
          </p>
        )}
        <p>{t('shownOnce.words', { name: person.name, phone: person.phone })}</p>
      </div>
    </Modal>
  )
}
