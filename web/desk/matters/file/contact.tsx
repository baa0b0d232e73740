/** How to reach the reporter: masked, until somebody says why they need it. Each look is recorded. */
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contacts, MatterFile } from '#modules/matters/reply.ts'
import { post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { useAttempt } from '../../attempt.ts'
import { Dialog } from '../../dialog.tsx'

export function Contact({ id, contact }: { id: string; contact: NonNullable<MatterFile['contact']> }) {
  const { t } = useTranslation(['desk', 'matters'])
  const mayLook = useMay('matter.contact')
  const [isAsking, setAsking] = useState(false)
  const [whole, setWhole] = useState<Contacts>()
  const { name, phone } = whole ?? contact
  return (
    <section className="panel">
      <h2>{t('matters:fields.contact')}</h2>
      <p>
        {name ?? t('contact.nameless')}{' '}
        <span className="unbroken">{phone ? whole ? <a href={`tel:${phone}`}>{phone}</a> : phone : ''}</span>
      </p>
      {whole
        ? whole.others.map((other) => (
            <p key={`${other.name} ${other.phone}`}>
              {other.name ?? t('contact.nameless')} {other.phone && <a href={`tel:${other.phone}`}>{other.phone}</a>}
            </p>
          ))
        : contact.others > 0 && <p className="soft">{t('matters:others', { count: contact.others })}</p>}
      {whole ? (
        <p className="soft" role="status">
          {t('contact.recorded')}
        </p>
      ) : (
        mayLook && <Button onClick={() => setAsking(true)}>{t('contact.show')}</Button>
      )}
      {isAsking && (
        <Reason
          id={id}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setWhole(shown)
            setAsking(false)
          }}
        />
      )}
    </section>
  )
}

function Reason({ id, onShown, onClose }: { id: string; onShown: (whole: Contacts) => void; onClose: () => void }) {
  const { t } = useTranslation('desk')
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const field = useId()
  const offers = ['understand', 'visit', 'follow'].map((offer) => t(`contact.offers.${offer}`))
  const ask = () => {
    if (!reason.trim()) return setTrouble(t('missingField', { field: t('contact.reason') }))
    setTrouble(undefined)
    void attempt(async () => onShown(await post<Contacts>(`/matters/${id}/contact`, { reason: reason.trim() })))
  }
  return (
    <Dialog
      title={t('contact.title')}
      send={t('contact.send')}
      onSend={ask}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <p>{t('contact.words')}</p>
      <div className="field">
        <label htmlFor={field}>{t('contact.reason')}</label>
        <Input id={field} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} onPressEnter={ask} />
        <div className="offers">
          {offers.map((offer) => (
            <Button key={offer} size="small" onClick={() => setReason(offer)}>
              {offer}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
