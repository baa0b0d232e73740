/** How to reach the reporter: masked, until somebody says why they need it. Each look is recorded. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contacts, MatterFile } from '#modules/matters/reply.ts'
import { post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { Sheet } from '../sheet.tsx'
import { WordsField } from './words-field.tsx'

export function Contact({ id, contact }: { id: string; contact: NonNullable<MatterFile['contact']> }) {
  const { t } = useTranslation(['field', 'matters'])
  const mayLook = useMay('matter.contact')
  const [isAsking, setAsking] = useState(false)
  const [whole, setWhole] = useState<Contacts>()
  if (!contact.name && !contact.phone && contact.others === 0) return null
  const { name, phone } = whole ?? contact
  return (
    <section className="section contact">
      <p>
        <span className="soft">{t('matters:fields.contact')}</span>
        <br />
        {name} <span className="unbroken">{phone}</span>
      </p>
      {whole?.phone ? (
        <a className="button" href={`tel:${whole.phone}`}>
          {t('contact.ring')}
        </a>
      ) : (
        !whole && mayLook && <Act onAct={() => setAsking(true)}>{t('contact.show')}</Act>
      )}
      {whole
        ? whole.others.map((other) => (
            <p key={`${other.name} ${other.phone}`}>
              {other.name} {other.phone && <a href={`tel:${other.phone}`}>{other.phone}</a>}
            </p>
          ))
        : contact.others > 0 && <p className="soft">{t('matters:others', { count: contact.others })}</p>}
      {isAsking && (
        <Sheet title={t('contact.title')} onClose={() => setAsking(false)}>
          <Reason
            id={id}
            onShown={(shown) => {
              setWhole(shown)
              setAsking(false)
            }}
          />
        </Sheet>
      )}
    </section>
  )
}

function Reason({ id, onShown }: { id: string; onShown: (whole: Contacts) => void }) {
  const { t } = useTranslation('field')
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const ask = async () => {
    if (!reason.trim()) return setTrouble(t('act.missing', { field: t('contact.reason') }))
    setBusy(true)
    setTrouble(undefined)
    try {
      onShown(await post<Contacts>(`/matters/${id}/contact`, { reason: reason.trim() }))
    } catch (error) {
      setTrouble(say(refusalOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="form">
      <p className="soft">{t('contact.words')}</p>
      <WordsField
        name={t('contact.reason')}
        value={reason}
        onChange={setReason}
        most={200}
        offers={[t('contact.offers.understand'), t('contact.offers.visit'), t('contact.offers.follow')]}
      />
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void ask()}>
        {t('contact.send')}
      </Act>
    </div>
  )
}
