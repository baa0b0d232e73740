/** After the agreement: promises kept, the court, visits; asking above; the archive and the allowance. */
import { useTranslation } from 'react-i18next'
import { concerns, type Retention, retentions } from '#modules/disputes/dispute.ts'
import type { Filled } from '#modules/disputes/form.ts'
import { allowanceOf, type Grade, grades } from '#modules/disputes/rules/allowance.ts'
import { isComplete } from '#modules/disputes/rules/dossier.ts'
import { courtUntil } from '#modules/disputes/rules/procedure.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useMe } from '#web/client/session.ts'
import { seatWords } from '#web/ui/seat.ts'
import { Choice } from '../../matters/choice.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { inDays } from '../names.ts'
import { TermField } from './end-fields.tsx'
import { type FieldsProps, partyOptions } from './fields.tsx'
import { Checks, DayField, TextField, Toggle } from './inputs.tsx'

export function AfterFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, file, seen, around, filled, onChange } = props
  const today = dayOf(around.at)
  const on = (
    <DayField name={t(`field.act.${action}.on`, { defaultValue: '' })} value={filled.on} most={today} onChange={(on) => onChange({ on })} />
  )
  const words = (most: number, isOptional = false) => (
    <WordsField
      name={t(`field.act.${action}.words`)}
      isOptional={isOptional}
      value={filled.words}
      onChange={(words) => onChange({ words })}
      most={most}
    />
  )
  switch (action) {
    case 'perform':
      return (
        <>
          <TermField {...props} />
          {on}
          {words(500, true)}
        </>
      )
    case 'askCourt':
      return <CourtFields {...props} />
    case 'courtDecided':
      return (
        <>
          <Choice
            name={t('field.fields.result')}
            options={(['confirmed', 'rejected', 'notAccepted'] as const).map((key) => ({ key, words: t(`courtResults.${key}`) }))}
            chosen={filled.result}
            onChoose={(result) => onChange({ result: result as Filled['result'] })}
          />
          {on}
          <TextField
            name={t('field.fields.paperNumber')}
            isOptional
            value={filled.paperNumber}
            onChange={(paperNumber) => onChange({ paperNumber })}
            most={60}
          />
        </>
      )
    case 'revisit':
      return (
        <>
          {on}
          <Checks
            name={t('field.act.revisit.parties')}
            options={partyOptions(props)}
            chosen={filled.parties}
            onChoose={(parties) => onChange({ parties })}
          />
          <Choice
            name={t('field.fields.performance')}
            options={(['done', 'partly', 'not'] as const).map((key) => ({ key, words: t(`performances.${key}`) }))}
            chosen={filled.performance}
            onChoose={(key) => onChange({ performance: key as Filled['performance'] })}
          />
          <Choice
            name={t('field.fields.satisfaction')}
            options={(['satisfied', 'fair', 'unsatisfied'] as const).map((key) => ({ key, words: t(`satisfactions.${key}`) }))}
            chosen={filled.satisfaction}
            onChoose={(key) => onChange({ satisfaction: key as Filled['satisfaction'] })}
          />
          {words(1000)}
          <Toggle
            name={t('field.fields.danger')}
            note={t('field.act.revisit.danger')}
            is={filled.danger}
            onChange={(danger) => onChange({ danger })}
          />
        </>
      )
    case 'archive':
      return (
        <>
          <Choice
            name={t('field.fields.retention')}
            options={retentions.map((key) => ({ key, words: t(`retentions.${key}`) }))}
            chosen={filled.retention}
            onChoose={(key) => onChange({ retention: key as Retention })}
          />
          <TextField name={t('field.fields.shelf')} isOptional value={filled.shelf} onChange={(shelf) => onChange({ shelf })} most={60} />
        </>
      )
    case 'claim': {
      const complete = isComplete(seen.dispute)
      return (
        <>
          <Choice
            name={t('field.fields.grade')}
            options={grades.map((key) => ({
              key,
              words: t(`grades.${key}`),
              note: t('field.yuan', { yuan: allowanceOf(seen.dispute, key, complete, around.table) / 100 }),
            }))}
            chosen={filled.grade}
            onChoose={(grade) => onChange({ grade: grade as Grade })}
          />
          <p className="soft">{t('field.act.claim.explained')}</p>
        </>
      )
    }
    default:
      return (
        <>
          <p>{t('field.act.referUp.explained')}</p>
          <Choice
            name={t('field.fields.office')}
            options={file.offices.map((seat) => ({ key: `${seat.role}@${seat.place}`, words: seatWords(seat, seat.name) }))}
            chosen={filled.office}
            onChoose={(office) => onChange({ office })}
          />
          {words(500)}
        </>
      )
  }
}

function CourtFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { seen, around, filled, onChange } = props
  const { county } = useMe()
  const until = courtUntil(seen.dispute, around.local)
  return (
    <>
      {until && <p>{t('field.courtUntil', { on: inDays(until) })}</p>}
      <TextField
        name={t('field.fields.court')}
        value={filled.court}
        onChange={(court) => onChange({ court })}
        offers={[t('field.offers.court', { county: county.name })]}
      />
      <Choice
        name={t('field.fields.concerns')}
        options={concerns.map((key) => ({ key, words: t(`concerns.${key}`) }))}
        chosen={filled.concerns}
        onChoose={(key) => onChange({ concerns: key as Filled['concerns'] })}
      />
      <Checks
        name={t('field.act.askCourt.agreedBy')}
        note={t('field.act.askCourt.note')}
        options={partyOptions(props)}
        chosen={filled.agreedBy}
        onChoose={(agreedBy) => onChange({ agreedBy })}
      />
      <DayField name={t('field.act.askCourt.on')} value={filled.on} most={dayOf(around.at)} onChange={(on) => onChange({ on })} />
    </>
  )
}
