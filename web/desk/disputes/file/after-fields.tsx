/** What comes after the agreement: promises kept or broken, the court, visits, the end of the file and its allowance. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Action, concerns, retentions } from '#modules/disputes/dispute.ts'
import { allowanceOf, grades } from '#modules/disputes/rules/allowance.ts'
import { isComplete, missingIn } from '#modules/disputes/rules/dossier.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { DayField, LineField, OneOf, WordsField } from '../../fields.tsx'
import { CallFields, DecideFields } from '../claims/claim-fields.tsx'
import { amountOf } from '../money.tsx'
import { AgreedField, type FieldProps, PartiesField, RoutesField } from './people-fields.tsx'
import { useSpeech } from './speech.ts'

export const afterwards = [
  'perform',
  'breach',
  'askCourt',
  'courtDecided',
  'revisit',
  'close',
  'archive',
  'claim',
  'callBack',
  'decideClaim',
] as const satisfies readonly Action[]

type Props = FieldProps & {
  readonly action: (typeof afterwards)[number]
  /** The promise was chosen by where the form was opened. */
  readonly isChosen: boolean
}

export function AfterFields({ action, isChosen, ...props }: Props) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const day = <DayField name={labelOf('on')} value={filled.on} until={today} onChange={(on) => onChange({ on })} />
  const words = (most: number, isOptional = false) => (
    <WordsField
      name={labelOf('words')}
      isOptional={isOptional}
      value={filled.words}
      most={most}
      onChange={(next) => onChange({ words: next })}
    />
  )
  const choice = <T extends string>(
    field: 'result' | 'performance' | 'satisfaction' | 'concerns' | 'retention',
    from: readonly T[],
    key: string,
  ) => (
    <OneOf
      name={labelOf(field)}
      value={filled[field] as T | ''}
      options={from.map((value) => ({ value, label: t(`${key}.${value as string}`) }))}
      onChange={(value) => onChange({ [field]: value })}
    />
  )
  switch (action) {
    case 'perform':
      return (
        <>
          <TermField {...props} isChosen={isChosen} />
          {day}
          {words(500, true)}
        </>
      )
    case 'breach':
      return (
        <>
          <TermField {...props} isChosen={isChosen} />
          {words(500)}
          <RoutesField {...props} />
        </>
      )
    case 'askCourt':
      return (
        <>
          {choice('concerns', concerns, 'concerns')}
          <LineField name={labelOf('court')} value={filled.court} most={100} onChange={(court) => onChange({ court })} />
          {day}
          <AgreedField {...props} />
        </>
      )
    case 'courtDecided':
      return (
        <>
          {choice('result', ['confirmed', 'rejected', 'notAccepted'], 'courtResults')}
          {day}
          <LineField
            name={labelOf('paperNumber')}
            isOptional
            value={filled.paperNumber}
            most={60}
            onChange={(paperNumber) => onChange({ paperNumber })}
          />
        </>
      )
    case 'revisit':
      return (
        <>
          {day}
          <PartiesField {...props} />
          {choice('performance', ['done', 'partly', 'not'], 'performances')}
          {choice('satisfaction', ['satisfied', 'fair', 'unsatisfied'], 'satisfactions')}
          <div className="field">
            <Checkbox checked={filled.danger} onChange={(event) => onChange({ danger: event.target.checked })}>
              {labelOf('danger')}
            </Checkbox>
          </div>
          {words(1000)}
        </>
      )
    case 'close':
      return (
        <>
          <Missing file={file} />
          {words(2000)}
        </>
      )
    case 'archive':
      return (
        <>
          {choice('retention', retentions, 'retentions')}
          <LineField name={labelOf('shelf')} isOptional value={filled.shelf} most={60} onChange={(shelf) => onChange({ shelf })} />
        </>
      )
    case 'claim':
      return <Claimed {...props} />
    case 'callBack':
      return <CallFields filled={filled} onChange={onChange} labelOf={labelOf} />
    case 'decideClaim':
      return <DecideFields filled={filled} onChange={onChange} labelOf={labelOf} />
  }
}

function TermField({ file, filled, onChange, labelOf, isChosen }: FieldProps & { isChosen: boolean }) {
  const { name } = useSpeech(file)
  const terms = file.dispute.agreement?.terms.filter(({ state }) => state !== 'performed') ?? []
  const words = ({ by, what }: (typeof terms)[number]) => `${name(by)} ${what}`
  const chosen = terms.find(({ id }) => id === filled.term)
  if (isChosen && chosen) return <p className="lead-words">{words(chosen)}</p>
  return (
    <OneOf
      name={labelOf('term')}
      value={filled.term}
      isStacked
      options={terms.map((term) => ({ value: term.id, label: words(term) }))}
      onChange={(term) => onChange({ term })}
    />
  )
}

/** What the dossier still lacks is said before anybody writes its closing note. */
function Missing({ file }: Pick<FieldProps, 'file'>) {
  const { t } = useTranslation('disputes')
  const { list, lacking } = useSpeech(file)
  const missing = missingIn(file.dispute)
  return missing.length > 0 ? (
    <p className="warning">{t('desk.dossier.missing', { what: list(missing.map(lacking)) })}</p>
  ) : (
    <p className="soft">{t('desk.dossier.wholeWords')}</p>
  )
}

/** The amount follows from the county's table; nobody types it. */
function Claimed({ file, filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  const { dispute, around } = file
  const complete = isComplete(dispute)
  return (
    <>
      <OneOf
        name={labelOf('grade')}
        value={filled.grade}
        isStacked
        options={grades.map((value) => ({
          value,
          label: (
            <span className="option">
              {t(`grades.${value}`)}{' '}
              <small className="soft">{t('desk.yuan', { amount: amountOf(allowanceOf(dispute, value, complete, around.table)) })}</small>
            </span>
          ),
        }))}
        onChange={(grade) => onChange({ grade })}
      />
      <p className="soft">{t('desk.notes.claim')}</p>
    </>
  )
}
