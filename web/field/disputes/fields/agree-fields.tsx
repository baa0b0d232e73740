/** The agreement (art. 29): what happened and what is in dispute, who answers for it, and who does what by when. */
import { useTranslation } from 'react-i18next'
import { emptyTerm, type Filled, type FilledTerm } from '#modules/disputes/form.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { mint } from '#web/client/api.ts'
import { Act } from '#web/ui/act.tsx'
import { Choice, Offers } from '../../matters/choice.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { type FieldsProps, partyOptions } from './fields.tsx'
import { DayField, TextField } from './inputs.tsx'

const most = 20

export function AgreeFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { around, filled, onChange } = props
  const changeTerm = (id: string, part: Partial<FilledTerm>) =>
    onChange((now: Filled) => ({ terms: now.terms.map((term) => (term.id === id ? { ...term, ...part } : term)) }))
  return (
    <>
      <Choice
        name={t('field.fields.form')}
        options={(['written', 'oral'] as const).map((key) => ({ key, words: t(`forms.${key}`), note: t(`field.act.agree.${key}`) }))}
        chosen={filled.form}
        onChoose={(form) => onChange({ form: form as Filled['form'] })}
      />
      <WordsField name={t('field.fields.facts')} value={filled.facts} onChange={(facts) => onChange({ facts })} most={4000} />
      <WordsField name={t('field.fields.issues')} value={filled.issues} onChange={(issues) => onChange({ issues })} most={1000} />
      <WordsField
        name={t('field.fields.responsibility')}
        value={filled.responsibility}
        onChange={(responsibility) => onChange({ responsibility })}
        most={1000}
      />
      <h3>{t('field.sections.terms')}</h3>
      <ol className="plain">
        {filled.terms.map((term, at) => (
          <li key={term.id}>
            <fieldset className="form-part party-part">
              <legend className="field-name">{t('field.act.agree.term', { number: at + 1 })}</legend>
              <div className="field">
                <span className="field-name">{t('field.act.agree.by')}</span>
                <Offers options={partyOptions(props)} chosen={term.by} onChoose={(by) => changeTerm(term.id, { by })} />
              </div>
              <WordsField
                name={t('field.act.agree.what')}
                placeholder={t('field.act.agree.whatExample')}
                value={term.what}
                onChange={(what) => changeTerm(term.id, { what })}
                most={500}
              />
              <TextField
                name={t('field.act.agree.yuan')}
                kind="decimal"
                isOptional
                value={term.yuan}
                onChange={(yuan) => changeTerm(term.id, { yuan })}
                most={14}
              />
              <TextField
                name={t('field.act.agree.way')}
                value={term.way}
                onChange={(way) => changeTerm(term.id, { way })}
                most={200}
                offers={[t('field.act.agree.ways.cash'), t('field.act.agree.ways.transfer'), t('field.act.agree.ways.self')]}
              />
              <DayField
                name={t('field.act.agree.dueOn')}
                value={term.dueOn}
                least={filled.on || undefined}
                onChange={(dueOn) => changeTerm(term.id, { dueOn })}
              />
              {filled.terms.length > 1 && (
                <Act kind="quiet" onAct={() => onChange((now) => ({ terms: now.terms.filter(({ id }) => id !== term.id) }))}>
                  {t('field.act.agree.drop', { number: at + 1 })}
                </Act>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      {filled.terms.length < most && (
        <Act onAct={() => onChange((now) => ({ terms: [...now.terms, emptyTerm(mint<string>())] }))}>{t('field.act.agree.add')}</Act>
      )}
      <DayField name={t('field.act.agree.on')} value={filled.on} most={dayOf(around.at)} onChange={(on) => onChange({ on })} />
    </>
  )
}
