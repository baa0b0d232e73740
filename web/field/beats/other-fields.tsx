/** The fields of everything that is not a visit. */
import { useTranslation } from 'react-i18next'
import { type EntryKind, entryKinds, type RecordKind } from '#modules/beats/beat.ts'
import { TextField, Toggle } from '../disputes/fields/inputs.tsx'
import { Offers } from '../matters/choice.tsx'
import { WordsField } from '../matters/words-field.tsx'
import type { Filled } from './form.ts'
import { today } from './village-work.ts'

type Props = {
  readonly kind: Exclude<RecordKind, 'visit'>
  readonly filled: Filled
  readonly change: (part: Partial<Filled>) => void
  /** The one kind of entries that is being put right. */
  readonly only: EntryKind | undefined
}

export function OtherFields({ kind, filled, change, only }: Props) {
  const { t } = useTranslation('beats')
  switch (kind) {
    case 'day':
      return (
        <>
          {filled.on <= today() && (
            <Offers
              options={[
                { key: 'plan', words: t('field.dayPlanned') },
                { key: 'done', words: t('field.dayDone') },
              ]}
              chosen={filled.isPlan ? 'plan' : 'done'}
              onChoose={(key) => change({ isPlan: key === 'plan' })}
            />
          )}
          <WordsField
            name={t('field.fields.plan')}
            placeholder={t('field.planExample')}
            value={filled.plan}
            onChange={(plan) => change({ plan })}
            most={500}
            note={t('field.planNote')}
            isOptional
          />
        </>
      )
    case 'meeting':
      return (
        <>
          <WordsField
            name={t('field.fields.about')}
            placeholder={t('field.aboutExample')}
            value={filled.about}
            onChange={(about) => change({ about })}
            most={300}
          />
          <TextField
            name={t('field.fields.attended')}
            kind="numeric"
            value={filled.attended}
            onChange={(attended) => change({ attended })}
            most={4}
            isOptional
          />
        </>
      )
    case 'help':
      return (
        <>
          <TextField
            name={t('field.fields.team')}
            value={filled.team}
            onChange={(team) => change({ team })}
            offers={[t('field.teams.patrol'), t('field.teams.committee'), t('field.teams.mediation')]}
          />
          <WordsField
            name={t('field.fields.what')}
            placeholder={t('field.whatExample')}
            value={filled.what}
            onChange={(what) => change({ what })}
            most={500}
          />
        </>
      )
    case 'advice':
      return (
        <>
          <WordsField
            name={t('field.fields.question')}
            placeholder={t('field.questionExample')}
            value={filled.question}
            onChange={(question) => change({ question })}
            most={500}
            note={t('field.questionNote')}
          />
          <WordsField
            name={t('field.fields.answer')}
            value={filled.answer}
            onChange={(answer) => change({ answer })}
            most={1000}
            isOptional
          />
          <Toggle
            name={t('field.fields.isSolved')}
            note={t('field.isSolvedNote')}
            is={filled.isSolved}
            onChange={(isSolved) => change({ isSolved })}
          />
        </>
      )
    case 'entries':
      return (
        <>
          <p className="soft">{t('field.entriesNote')}</p>
          {entryKinds
            .filter((of) => only === undefined || of === only)
            .map((of) => (
              <TextField
                key={of}
                name={t(`entryKinds.${of}`)}
                kind="numeric"
                value={filled.counts[of]}
                onChange={(count) => change({ counts: { ...filled.counts, [of]: count } })}
                most={4}
              />
            ))}
        </>
      )
  }
}
