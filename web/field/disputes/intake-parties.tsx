/** The parties of a new file: a side, a name, a telephone; one more with a tap. */
import { useTranslation } from 'react-i18next'
import { type Side, sides } from '#modules/disputes/dispute.ts'
import { emptyParty, type FilledParty, type Intake } from '#modules/disputes/intake.ts'
import { mint } from '#web/client/api.ts'
import { Act } from '#web/ui/act.tsx'
import { Offers } from '../matters/choice.tsx'
import { Who } from './fields/identity-fields.tsx'
import { Toggle } from './fields/inputs.tsx'

type Change = (now: Intake) => Pick<Intake, 'parties'>
type Props = { readonly parties: readonly FilledParty[]; readonly onChange: (change: Change) => void }

const most = 30

export function IntakeParties({ parties, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const changeOne = (id: string, part: Partial<FilledParty>) =>
    onChange((now) => ({ parties: now.parties.map((party) => (party.id === id ? { ...party, ...part } : party)) }))
  return (
    <div className="field">
      <span className="field-name">{t('field.fields.parties_of')}</span>
      {parties.map((party, at) => (
        <fieldset key={party.id} className="form-part party-part">
          <legend className="unseen">{t('field.intake.party', { number: at + 1 })}</legend>
          <Offers
            options={sides.map((key) => ({ key, words: t(`sides.${key}`) }))}
            chosen={party.side}
            onChoose={(side) => changeOne(party.id, { side: side as Side })}
          />
          <Who value={party} onChange={(part) => changeOne(party.id, part)} />
          {party.kind === 'person' && (
            <Toggle
              name={t('field.fields.needsGuardian')}
              is={party.needsGuardian}
              onChange={(needsGuardian) => changeOne(party.id, { needsGuardian })}
            />
          )}
          {parties.length > 2 && (
            <Act kind="quiet" onAct={() => onChange((now) => ({ parties: now.parties.filter(({ id }) => id !== party.id) }))}>
              {t('field.intake.drop')}
            </Act>
          )}
        </fieldset>
      ))}
      {parties.length < most && (
        <Act onAct={() => onChange((now) => ({ parties: [...now.parties, emptyParty(mint<string>(), 'respondent')] }))}>
          {t('field.intake.addParty')}
        </Act>
      )}
    </div>
  )
}
