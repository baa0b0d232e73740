/** A name under the agreement: read first, then drawn with a finger, or the paper that was signed photographed. */
import { useTranslation } from 'react-i18next'
import { type Filled, throughFor } from '#modules/disputes/form.ts'
import { unsigned } from '#modules/disputes/rules/agreement.ts'
import { isHead, isMediator } from '#modules/disputes/rules/sight.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useActor } from '#web/client/session.ts'
import { Choice } from '../../matters/choice.tsx'
import { PhotosField } from '../../matters/photos-field.tsx'
import { Promised, Reading } from '../agreement-section.tsx'
import { SignatureField } from '../signature-field.tsx'
import { type FieldsProps, ThroughField } from './fields.tsx'
import { DayField } from './inputs.tsx'

type Signer = { readonly key: string; readonly words: string; readonly signAs: Filled['signAs']; readonly party: string }

function useSigners({ seen: { dispute }, speech }: FieldsProps): Signer[] {
  const { t } = useTranslation('disputes')
  const actor = useActor()
  const left = unsigned(dispute).flatMap(({ as, who }): Signer[] => {
    if (as === 'party') return [{ key: who, words: t('field.act.sign.party', { who: speech.party(who) }), signAs: as, party: who }]
    const mine = as === 'mediator' ? isMediator(actor, dispute) : isHead(actor, dispute)
    return mine ? [{ key: as, words: t(`field.act.sign.${as}`, { who: actor.name }), signAs: as, party: '' }] : []
  })
  return [...left, { key: 'all', words: t('signers.all'), signAs: 'all', party: '' }]
}

export function SignFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { seen, speech, around, filled, onChange } = props
  const { dispute } = seen
  const signers = useSigners(props)
  const key = filled.signAs === 'party' ? filled.party : filled.signAs
  const chosen = signers.find((each) => each.key === key)
  const way = filled.signAs === 'all' || filled.signAs === 'seal' ? 'scan' : filled.way
  const isDrawn = way === 'drawn'
  return (
    <>
      <details className="more" open={filled.photos.length === 0}>
        <summary>{t('field.act.sign.read')}</summary>
        <Reading seen={seen} />
        <ol className="terms">
          {dispute.agreement?.terms.map((term) => (
            <li key={term.id}>
              <Promised term={term} speech={speech} />
            </li>
          ))}
        </ol>
      </details>
      <Choice
        name={t('field.act.sign.who')}
        options={signers}
        chosen={key}
        onChoose={(next) => {
          const { signAs, party } = signers.find((each) => each.key === next)!
          onChange({
            signAs,
            party,
            through: throughFor(dispute, party),
            way: signAs === 'all' || signAs === 'seal' ? 'scan' : filled.way,
            photos: [],
          })
        }}
      />
      {filled.signAs === 'party' && <ThroughField {...props} />}
      {(filled.signAs === 'party' || filled.signAs === 'mediator') && (
        <Choice
          name={t('field.act.sign.way')}
          options={(['drawn', 'scan'] as const).map((each) => ({ key: each, words: t(`field.ways.${each}`) }))}
          chosen={way}
          onChoose={(next) => onChange({ way: next as Filled['way'], photos: [] })}
        />
      )}
      {chosen && isDrawn && (
        <SignatureField
          name={t('field.act.sign.draw', {
            who: filled.through ? speech.party(filled.through) : filled.party ? speech.party(filled.party) : chosen.words,
          })}
          ids={filled.photos}
          onChange={(photos) => onChange({ photos })}
        />
      )}
      {chosen && isDrawn && filled.device && <p className="soft">{t('field.drawnOn', { device: filled.device })}</p>}
      {chosen && !isDrawn && (
        <>
          <PhotosField
            most={20}
            ids={filled.photos}
            onChange={(change) => onChange((now) => ({ photos: change(now.photos), way: 'scan' }))}
          />
          <DayField name={t('field.act.sign.on')} value={filled.on} most={dayOf(around.at)} onChange={(on) => onChange({ on })} />
        </>
      )}
    </>
  )
}
