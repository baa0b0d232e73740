/** What is recorded while a dispute is mediated: sessions, inquiries, papers, signatures, signs of escalation, words. */

import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, pieceKinds } from '#modules/disputes/dispute.ts'
import type { Filled } from '#modules/disputes/form.ts'
import { daysToExtend } from '#modules/disputes/rules/clock.ts'
import { alarmsIn, signs } from '#modules/disputes/rules/danger.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { seatWords } from '#web/ui/seat.ts'
import { DayField, LineField, OneOf, SomeOf, TimeField, WordsField } from '../../fields.tsx'
import { PhotosField } from '../../photos/photos-field.tsx'
import { AgreedField, type FieldProps, MediatorsField, PartiesField, PartyField, RoutesField } from './people-fields.tsx'
import { SignFields } from './sign-fields.tsx'
import { nameOf } from './speech.ts'

type Props = FieldProps & {
  readonly action: Action
  /** The kind of paper was chosen by where the form was opened. */
  readonly isChosen: boolean
}

export function WorkFields({ action, isChosen, ...props }: Props) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const now = useNow()
  const words = (most = 500, isOptional = false) => (
    <WordsField
      name={labelOf('words')}
      isOptional={isOptional}
      value={filled.words}
      most={most}
      onChange={(next) => onChange({ words: next })}
    />
  )
  switch (action) {
    case 'hold':
      return <Session {...props} />
    case 'inquire':
      return (
        <>
          <div className="pair">
            <DayField name={labelOf('on')} value={filled.on} until={dayOf(now)} onChange={(on) => onChange({ on })} />
            <LineField name={labelOf('where')} value={filled.where} most={100} onChange={(where) => onChange({ where })} />
          </div>
          <LineField name={labelOf('whom')} value={filled.whom} most={100} onChange={(whom) => onChange({ whom })} />
          {words(4000)}
        </>
      )
    case 'attach':
      return <Paper {...props} isChosen={isChosen} />
    case 'extend': {
      const { settleBy } = file.dispute
      return (
        <>
          <DayField
            name={labelOf('until')}
            value={filled.until}
            from={settleBy ? daysAfter(settleBy, 1) : undefined}
            until={settleBy ? daysAfter(settleBy, daysToExtend) : undefined}
            note={t('desk.notes.extend', { count: daysToExtend })}
            onChange={(until) => onChange({ until })}
          />
          {words()}
          <AgreedField {...props} />
        </>
      )
    }
    case 'sign':
      return <SignFields {...props} />
    case 'fail':
      return (
        <>
          {words(1000)}
          <RoutesField {...props} />
        </>
      )
    case 'noteSigns':
      return <Signs {...props} />
    case 'tellPolice':
      return (
        <>
          <TimeField
            name={labelOf('toldAt')}
            value={filled.toldAt}
            offers={[{ words: t('desk.now'), at: `${now.slice(0, 17)}00.000Z` }]}
            onChange={(toldAt) => onChange({ toldAt })}
          />
          <LineField name={labelOf('station')} value={filled.station} most={60} onChange={(station) => onChange({ station })} />
          {words(500, true)}
        </>
      )
    case 'referUp':
      return (
        <>
          <OneOf
            name={labelOf('office')}
            value={filled.office}
            isStacked
            options={file.offices.map(({ role, place, department, name }) => ({
              value: `${role}@${place}`,
              label: seatWords({ role, department }, name),
              disabled: file.dispute.offices.some((seat) => seat.role === role && seat.place === place),
            }))}
            onChange={(office) => onChange({ office })}
          />
          {words()}
        </>
      )
    default:
      return words(1000)
  }
}

function Session(props: FieldProps) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const { mediators, guests } = file.dispute
  return (
    <>
      <div className="pair">
        <TimeField name={labelOf('startedAt')} value={filled.startedAt} onChange={(startedAt) => onChange({ startedAt })} />
        <TimeField name={labelOf('endedAt')} value={filled.endedAt} onChange={(endedAt) => onChange({ endedAt })} />
      </div>
      <LineField
        name={labelOf('where')}
        value={filled.where}
        most={100}
        offers={(['office', 'spot', 'home'] as const).map((each) => t(`desk.places.${each}`))}
        onChange={(where) => onChange({ where })}
      />
      <PartiesField {...props} isAll />
      {mediators.length > 1 && <MediatorsField {...props} of={mediators} />}
      {guests.length > 0 && (
        <SomeOf
          name={labelOf('guests')}
          value={filled.guests}
          options={guests.map(({ id, kind }) => ({ value: id, label: `${nameOf(file, id)}（${t(`guestKinds.${kind}`)}）` }))}
          onChange={(there) => onChange({ guests: there })}
        />
      )}
      <WordsField
        name={labelOf('words')}
        note={t('desk.notes.session')}
        value={filled.words}
        most={4000}
        onChange={(words) => onChange({ words })}
      />
    </>
  )
}

const whose: readonly Filled['pieceKind'][] = ['identity', 'powerOfAttorney']

function Paper({ isChosen, ...props }: FieldProps & { isChosen: boolean }) {
  const { filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const id = useId()
  /** What it is called, until somebody calls it otherwise. */
  const choose = (pieceKind: Filled['pieceKind']) => onChange({ pieceKind, title: filled.title || t(`pieceKinds.${pieceKind}`), party: '' })
  return (
    <>
      {isChosen ? (
        <p className="lead-words">{t(`pieceKinds.${filled.pieceKind}`)}</p>
      ) : (
        <div className="field">
          <label htmlFor={id}>{labelOf('pieceKind')}</label>
          <Select
            id={id}
            className="wide"
            placeholder={t('desk.notes.pieceKind')}
            value={filled.pieceKind || undefined}
            options={pieceKinds.map((value) => ({ value, label: t(`pieceKinds.${value}`) }))}
            onChange={choose}
          />
        </div>
      )}
      {whose.includes(filled.pieceKind) && <PartyField {...props} isAll />}
      <LineField name={labelOf('title')} value={filled.title} most={100} onChange={(title) => onChange({ title })} />
      <PhotosField
        name={labelOf('photos')}
        most={20}
        ids={filled.photos}
        onChange={(change) => onChange((now) => ({ photos: change(now.photos) }))}
      />
    </>
  )
}

/** Ticked as facts about the dispute; which of them together tell the police and the township is said before it is sent. */
function Signs({ filled, onChange, labelOf }: FieldProps) {
  const { t } = useTranslation('disputes')
  const isAlarm = alarmsIn(filled.signs).length > 0
  return (
    <>
      <SomeOf
        name={labelOf('signs')}
        value={filled.signs}
        options={signs.map((value) => ({ value, label: t(`signs.${value}`) }))}
        onChange={(ticked) => onChange({ signs: ticked })}
      />
      <div aria-live="polite">
        <p className={isAlarm ? 'warning' : 'soft'}>{t(isAlarm ? 'desk.notes.alarm' : 'desk.notes.noAlarm')}</p>
      </div>
    </>
  )
}
