/** What is written down and photographed on the spot: a session, an inquiry, papers; and the file's own facts. */
import { useTranslation } from 'react-i18next'
import { type PieceKind, pieceKinds, scales } from '#modules/disputes/dispute.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { Choice } from '../../matters/choice.tsx'
import { PhotosField } from '../../matters/photos-field.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { TypeField } from '../type-field.tsx'
import type { FieldsProps } from './fields.tsx'
import { Checks, DayField, InstantField, TextField, Toggle } from './inputs.tsx'

export function RecordFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, seen, speech, around, filled, onChange } = props
  const { dispute, identities } = seen
  const places = [t('field.offers.office'), t('field.offers.home'), t('field.offers.spot')]
  if (action === 'inquire')
    return (
      <>
        <DayField name={t('field.act.inquire.on')} value={filled.on} most={dayOf(around.at)} onChange={(on) => onChange({ on })} />
        <TextField name={t('field.fields.where')} value={filled.where} onChange={(where) => onChange({ where })} offers={places} />
        <TextField name={t('field.fields.whom')} value={filled.whom} onChange={(whom) => onChange({ whom })} />
        <WordsField name={t('field.act.inquire.words')} value={filled.words} onChange={(words) => onChange({ words })} most={4000} />
      </>
    )
  return (
    <>
      <WordsField
        name={t('field.act.hold.words')}
        note={t('field.act.hold.note')}
        value={filled.words}
        onChange={(words) => onChange({ words })}
        most={4000}
      />
      <TextField name={t('field.fields.where')} value={filled.where} onChange={(where) => onChange({ where })} offers={places} />
      <InstantField name={t('field.fields.startedAt')} value={filled.startedAt} onChange={(startedAt) => onChange({ startedAt })} />
      <InstantField name={t('field.fields.endedAt')} value={filled.endedAt} onChange={(endedAt) => onChange({ endedAt })} />
      <Checks
        name={t('field.fields.parties')}
        options={dispute.parties.map(({ id }) => ({ key: id, words: speech.party(id) }))}
        chosen={filled.parties}
        onChoose={(parties) => onChange({ parties })}
      />
      {dispute.mediators.length > 1 && (
        <Checks
          name={t('field.fields.mediators')}
          options={dispute.mediators.map((key) => ({ key, words: speech.person(key) }))}
          chosen={filled.mediators}
          onChoose={(mediators) => onChange({ mediators })}
        />
      )}
      {dispute.guests.length > 0 && (
        <Checks
          name={t('field.fields.guests')}
          options={dispute.guests.map(({ id, kind }) => ({ key: id, words: identities[id]?.name ?? t(`guestKinds.${kind}`) }))}
          chosen={filled.guests}
          onChoose={(guests) => onChange({ guests })}
        />
      )}
    </>
  )
}

export function PaperFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { seen, speech, filled, onChange } = props
  const kind = filled.pieceKind
  const isSomebodys = kind === 'identity' || kind === 'powerOfAttorney'
  const choose = (next: PieceKind) => {
    const isUntouched = filled.title === '' || (kind !== '' && filled.title === t(`pieceKinds.${kind}`))
    onChange({ pieceKind: next, ...(isUntouched ? { title: t(`pieceKinds.${next}`) } : {}) })
  }
  return (
    <>
      <Choice
        name={t('field.fields.pieceKind')}
        options={pieceKinds.map((key) => ({ key, words: t(`pieceKinds.${key}`) }))}
        chosen={kind}
        onChoose={(next) => choose(next as PieceKind)}
      />
      {isSomebodys && (
        <Choice
          name={t('field.act.attach.party')}
          options={seen.dispute.parties
            .filter(({ speaksAs }) => kind === 'identity' || speaksAs === 'agent')
            .map(({ id }) => ({ key: id, words: speech.party(id) }))}
          chosen={filled.party}
          onChoose={(party) => onChange({ party })}
        />
      )}
      <PhotosField most={20} ids={filled.photos} onChange={(change) => onChange((now) => ({ photos: change(now.photos) }))} />
      <TextField name={t('field.fields.title')} value={filled.title} onChange={(title) => onChange({ title })} />
    </>
  )
}

export function AmendFields({ around, filled, onChange }: FieldsProps) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <TypeField type={filled.type} onChange={(type, nationalType) => onChange({ type, nationalType })} />
      <WordsField name={t('field.fields.summary')} value={filled.words} onChange={(words) => onChange({ words })} most={4000} />
      <WordsField name={t('field.fields.wish')} isOptional value={filled.wish} onChange={(wish) => onChange({ wish })} most={1000} />
      <DayField
        name={t('field.fields.occurredOn')}
        value={filled.occurredOn}
        most={dayOf(around.at)}
        onChange={(occurredOn) => onChange({ occurredOn })}
      />
      <TextField
        name={t('field.fields.involved')}
        kind="numeric"
        value={filled.involved}
        onChange={(involved) => onChange({ involved })}
        most={6}
      />
      <TextField
        name={t('field.fields.yuan')}
        kind="decimal"
        isOptional
        value={filled.yuan}
        onChange={(yuan) => onChange({ yuan })}
        most={14}
      />
      <Choice
        name={t('field.fields.scale')}
        options={scales.map((key) => ({ key, words: t(`scales.${key}`) }))}
        chosen={filled.scale}
        onChoose={(scale) => onChange({ scale: scale as (typeof scales)[number] })}
      />
      <Toggle name={t('field.fields.isDifficult')} is={filled.isDifficult} onChange={(isDifficult) => onChange({ isDifficult })} />
    </>
  )
}
