/** From which day, why, and by which document. */
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../people/people.ts'

export type DecisionDraft = { readonly day: string; readonly reason: string; readonly document: string }

export const blankDecision = (): DecisionDraft => ({ day: today(), reason: '', document: '' })

type Props = { readonly value: DecisionDraft; readonly onChange: (value: DecisionDraft) => void }

export function DecisionFields({ value, onChange }: Props) {
  const { t } = useTranslation(['places', 'app'])
  const [day, reason, document] = [useId(), useId(), useId()]
  return (
    <>
      <div className="field">
        <label htmlFor={day}>{t('change.day')}</label>
        <Input
          id={day}
          type="date"
          min={today()}
          value={value.day}
          aria-describedby={`${day}-how`}
          onChange={(event) => onChange({ ...value, day: event.target.value })}
        />
        <p id={`${day}-how`} className="soft">
          {t('change.dayHow')}
        </p>
      </div>
      <div className="field">
        <label htmlFor={reason}>{t('change.reason')}</label>
        <Input
          id={reason}
          maxLength={300}
          placeholder={t('change.reasonHow')}
          value={value.reason}
          onChange={(event) => onChange({ ...value, reason: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={document}>
          {t('change.document')} <small className="soft">{t('app:optional')}</small>
        </label>
        <Input
          id={document}
          maxLength={100}
          value={value.document}
          onChange={(event) => onChange({ ...value, document: event.target.value })}
        />
      </div>
    </>
  )
}
