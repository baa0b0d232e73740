/** The form itself: what it is about, where and which committee, who, and how it came in. What is typed is kept as it is typed. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scales, sources } from '#modules/disputes/dispute.ts'
import { type Intake, isReferred, missingInIntake, registrationOf } from '#modules/disputes/intake.ts'
import type { Registered } from '#modules/disputes/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { sendRegistration } from '#web/client/outbox.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Loading } from '#web/ui/states.tsx'
import { sendFollow } from '../beats/origin.ts'
import { Choice, Offers } from '../matters/choice.tsx'
import { PlaceField } from '../matters/place-field.tsx'
import { keptWords } from '../matters/send.ts'
import { WordsField } from '../matters/words-field.tsx'
import { tell } from '../notice.tsx'
import { CommitteeField, useCommitteeFor } from './committee-field.tsx'
import { DayField, TextField, Toggle } from './fields/inputs.tsx'
import { IntakeParties } from './intake-parties.tsx'
import { TypeField } from './type-field.tsx'

type Props = { readonly draft: string; readonly start: Intake; readonly page: string; readonly number?: string; readonly from?: string }

export function IntakeForm({ draft, start, page, number, from }: Props) {
  const { t } = useTranslation(['disputes', 'field'])
  const navigate = useNavigate()
  const { value, change, clear, isReady, isKept } = useDraft<Intake>(draft, () => start)
  const committee = useCommitteeFor(value.place)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [given, setGiven] = useState<Registered>()
  const filled: Intake = value.committee ? value : { ...value, committee: committee ?? '' }

  const send = async () => {
    const empty = missingInIntake(filled)
    if (empty) return setTrouble(t('field.missing', { field: t(`field.fields.${empty}`) }))
    const registration = registrationOf(filled, mint())
    if (!registration) return
    setBusy(true)
    setTrouble(undefined)
    const about = t('field.aboutNew', { place: filled.placeName })
    const sent = await sendRegistration(registration, about, { draft, value: filled, page })
    setBusy(false)
    if (sent.state === 'refused') {
      tell(say(sent.refusal))
      await clear()
      return navigate({ to: '/me/outbox' })
    }
    if (from) void sendFollow(from, { disputeId: registration.id }, about)
    await clear()
    if (sent.state === 'sent' && !sent.reply.isMine) return setGiven(sent.reply)
    tell(sent.state === 'sent' ? t('field.intake.done', { number: sent.reply.number }) : keptWords(sent.why))
    if (from && sent.state === 'waiting') return navigate({ to: '/beats', replace: true })
    return navigate({ to: '/disputes/$id', params: { id: registration.id }, replace: true })
  }

  if (!isReady) return <Loading lines={8} />
  if (given) return <Given given={given} />
  return (
    <div className="form">
      {number && <p className="soft">{t('field.intake.takenOver', { number })}</p>}
      {isKept && !from && (
        <p className="kept-draft">
          <span>{t('field:report.draft')}</span>
          <Act kind="quiet" onAct={() => void clear()}>
            {t('field:report.clear')}
          </Act>
        </p>
      )}
      <WordsField
        name={t('field.fields.summary')}
        placeholder={t('field.intake.summaryExample')}
        value={value.summary}
        onChange={(summary) => change({ summary })}
        most={4000}
      />
      <TypeField type={value.type} onChange={(type, nationalType) => change({ type, nationalType })} />
      <IntakeParties parties={value.parties} onChange={(parties) => change(parties)} />
      <WordsField name={t('field.fields.wish')} isOptional value={value.wish} onChange={(wish) => change({ wish })} most={1000} />
      <PlaceField place={value.place} placeName={value.placeName} onChange={change} />
      <CommitteeField place={value.place} chosen={filled.committee} onChange={(chosen) => change({ committee: chosen })} />
      <div className="field">
        <span className="field-name">{t('field.fields.source')}</span>
        <Offers
          options={sources.map((key) => ({ key, words: t(`sources.${key}`) }))}
          chosen={value.source}
          onChoose={(source) => change({ source: source as Intake['source'] })}
        />
      </div>
      {isReferred(value.source) && (
        <TextField
          name={t('field.fields.referredBy')}
          placeholder={t('field.intake.referredByExample')}
          value={value.referredBy}
          onChange={(referredBy) => change({ referredBy })}
        />
      )}
      <details className="more">
        <summary>{t('field.intake.more')}</summary>
        <div className="form-part">
          <DayField
            name={t('field.fields.occurredOn')}
            value={value.occurredOn}
            most={dayOf(new Date().toISOString())}
            onChange={(occurredOn) => change({ occurredOn })}
          />
          <TextField
            name={t('field.fields.involved')}
            kind="numeric"
            value={value.involved}
            onChange={(involved) => change({ involved })}
            most={6}
          />
          <TextField
            name={t('field.fields.yuan')}
            kind="decimal"
            isOptional
            value={value.yuan}
            onChange={(yuan) => change({ yuan })}
            most={14}
          />
          <Choice
            name={t('field.fields.scale')}
            options={scales.map((key) => ({ key, words: t(`scales.${key}`) }))}
            chosen={value.scale}
            onChoose={(scale) => change({ scale: scale as Intake['scale'] })}
          />
          <Toggle name={t('field.fields.isDifficult')} is={value.isDifficult} onChange={(isDifficult) => change({ isDifficult })} />
        </div>
      </details>
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <div className="form-end">
        <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void send()}>
          {t(isBusy ? 'field:act.sending' : value.matterId ? 'field:mediate.action' : 'field.intake.send')}
        </Act>
      </div>
    </div>
  )
}

/** Who does not sit on the committee gets the number, and will not see the file. */
function Given({ given }: { given: Registered }) {
  const { t } = useTranslation(['field', 'disputes'])
  const navigate = useNavigate()
  return (
    <div className="form">
      <p className="strip strip-calm" role="status">
        {t('mediate.given', { number: given.number })}
      </p>
      <Act kind="primary" isBlock onAct={() => void navigate({ to: '/' })}>
        {t('report.understood')}
      </Act>
    </div>
  )
}
