/** Mediation ends, or a promise is broken: why, and the other ways, read out to the parties one by one (arts. 26, 32). */
import { useTranslation } from 'react-i18next'
import { type Route, routes } from '#modules/disputes/dispute.ts'
import { Choice } from '../../matters/choice.tsx'
import { WordsField } from '../../matters/words-field.tsx'
import { Promised } from '../agreement-section.tsx'
import { type FieldsProps, PartyField, ThroughField } from './fields.tsx'
import { Checks } from './inputs.tsx'

export function EndFields(props: FieldsProps) {
  const { t } = useTranslation('disputes')
  const { action, filled, onChange } = props
  const told: readonly Route[] = action === 'breach' ? ['court'] : routes
  return (
    <>
      <p className={action === 'breach' ? undefined : 'warning'}>{t(`field.act.${action}.explained`)}</p>
      {(action === 'decline' || action === 'withdraw') && <PartyField {...props} />}
      {action === 'decline' && <ThroughField {...props} />}
      {action === 'breach' && <TermField {...props} />}
      <WordsField
        name={t(`field.act.${action}.words`)}
        isOptional={action === 'decline' || action === 'withdraw'}
        value={filled.words}
        onChange={(words) => onChange({ words })}
        most={action === 'fail' ? 1000 : 500}
      />
      <Checks
        name={t('field.fields.routes')}
        note={t('field.routes.readOut')}
        options={told.map((key) => ({ key, words: t(`routes.${key}`), note: t(`field.routes.${key}`) }))}
        chosen={filled.routes}
        onChoose={(chosen) => onChange({ routes: chosen as Route[] })}
      />
    </>
  )
}

/** Which promise, unless it was tapped. */
export function TermField({ seen, speech, filled, onChange, isAbout }: FieldsProps) {
  const { t } = useTranslation('disputes')
  const open = (seen.dispute.agreement?.terms ?? []).filter(({ state }) => state !== 'performed')
  const chosen = open.find(({ id }) => id === filled.term)
  if (isAbout && chosen)
    return (
      <div className="about">
        <Promised term={chosen} speech={speech} />
      </div>
    )
  return (
    <Choice
      name={t('field.fields.term')}
      options={open.map(({ id, by, what }) => ({ key: id, words: what, note: speech.party(by) }))}
      chosen={filled.term}
      onChoose={(term) => onChange({ term })}
    />
  )
}
