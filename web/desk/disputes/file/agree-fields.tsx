/** The agreement as the law lists it (art. 29): the facts, the issues, whose fault, and each promise with who, what, how and by when. */
import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { principals } from '#modules/disputes/dispute.ts'
import { emptyTerm, type FilledTerm } from '#modules/disputes/form.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { mint } from '#web/client/api.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { DayField, OneOf, WordsField } from '../../fields.tsx'
import type { FieldProps } from './people-fields.tsx'
import { nameOf } from './speech.ts'

export function AgreeFields(props: FieldProps) {
  const { filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  return (
    <>
      <OneOf
        name={labelOf('form')}
        value={filled.form}
        isStacked
        options={(['written', 'oral'] as const).map((value) => ({
          value,
          label: (
            <span className="option">
              {t(`forms.${value}`)} <small className="soft">{t(`desk.notes.${value}`)}</small>
            </span>
          ),
        }))}
        onChange={(form) => onChange({ form })}
      />
      <WordsField name={labelOf('facts')} value={filled.facts} most={4000} onChange={(facts) => onChange({ facts })} />
      <WordsField name={labelOf('issues')} value={filled.issues} most={1000} onChange={(issues) => onChange({ issues })} />
      <WordsField
        name={labelOf('responsibility')}
        value={filled.responsibility}
        most={1000}
        onChange={(responsibility) => onChange({ responsibility })}
      />
      <Terms {...props} />
      <DayField name={labelOf('on')} value={filled.on} until={today} onChange={(on) => onChange({ on })} />
    </>
  )
}

const termsAtMost = 20

function Terms({ file, filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  const change = (id: string, part: Partial<FilledTerm>) =>
    onChange(({ terms }) => ({ terms: terms.map((term) => (term.id === id ? { ...term, ...part } : term)) }))
  return (
    <fieldset className="field">
      <legend>{labelOf('terms')}</legend>
      <ol className="typed-terms">
        {filled.terms.map((term, at) => (
          <li key={term.id} className="typed-term">
            <p className="typed-term-head">
              <strong>{t('desk.agreement.number', { number: at + 1 })}</strong>
              {filled.terms.length > 1 && (
                <Button
                  size="small"
                  type="text"
                  onClick={() => onChange(({ terms }) => ({ terms: terms.filter(({ id }) => id !== term.id) }))}
                >
                  {t('desk.agreement.drop', { number: at + 1 })}
                </Button>
              )}
            </p>
            <TermFields term={term} file={file} onChange={(part) => change(term.id, part)} />
          </li>
        ))}
      </ol>
      {filled.terms.length < termsAtMost && (
        <div>
          <Button onClick={() => onChange(({ terms }) => ({ terms: [...terms, emptyTerm(mint<string>())] }))}>
            {t('desk.agreement.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

type TermProps = Pick<FieldProps, 'file'> & { readonly term: FilledTerm; readonly onChange: (part: Partial<FilledTerm>) => void }

function TermFields({ term, file, onChange }: TermProps) {
  const { t } = useTranslation(['disputes', 'app'])
  const [by, what, way, due, yuan] = [useId(), useId(), useId(), useId(), useId()]
  return (
    <>
      <div className="pair">
        <div className="field">
          <label htmlFor={by}>{t('desk.fields.by')}</label>
          <Select
            id={by}
            className="wide"
            placeholder={t('desk.notes.by')}
            value={term.by || undefined}
            options={principals(file.dispute).map(({ id }) => ({ value: id, label: nameOf(file, id) }))}
            onChange={(chosen: string) => onChange({ by: chosen })}
          />
        </div>
        <div className="field">
          <label htmlFor={due}>{t('desk.fields.dueOn')}</label>
          <Input id={due} type="date" value={term.dueOn} onChange={(event) => onChange({ dueOn: event.target.value })} />
        </div>
      </div>
      <div className="field">
        <label htmlFor={what}>{t('desk.fields.what')}</label>
        <Input id={what} maxLength={500} value={term.what} onChange={(event) => onChange({ what: event.target.value })} />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={way}>{t('desk.fields.way')}</label>
          <Input id={way} maxLength={200} value={term.way} onChange={(event) => onChange({ way: event.target.value })} />
        </div>
        <div className="field">
          <label htmlFor={yuan}>
            {t('desk.fields.termYuan')} <small className="soft">{t('app:optional')}</small>
          </label>
          <Input
            id={yuan}
            inputMode="decimal"
            maxLength={16}
            value={term.yuan}
            onChange={(event) => onChange({ yuan: event.target.value })}
          />
        </div>
      </div>
    </>
  )
}
