/** The parties, as far as they are known: a name for each side is enough to begin. */
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { sides } from '#modules/disputes/dispute.ts'
import { emptyParty, type FilledParty, type Intake } from '#modules/disputes/intake.ts'
import { mint } from '#web/client/api.ts'
import { OneOf } from '../../fields.tsx'
import { IdentityFields, KindField } from '../identity-fields.tsx'

type Props = {
  readonly value: Intake
  readonly onChange: (part: (now: Intake) => Partial<Intake>) => void
}

const partiesAtMost = 30

export function PartiesFields({ value, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const change = (id: string, part: Partial<FilledParty>) =>
    onChange(({ parties }) => ({ parties: parties.map((party) => (party.id === id ? { ...party, ...part } : party)) }))
  const drop = (id: string) => onChange(({ parties }) => ({ parties: parties.filter((party) => party.id !== id) }))
  return (
    <section className="form">
      <h2>{t('desk.facts.parties')}</h2>
      {value.parties.map((party, at) => (
        <fieldset key={party.id} className="typed-party">
          <legend>{t('desk.intake.party', { number: at + 1 })}</legend>
          <div className="pair">
            <OneOf
              name={t('desk.fields.side')}
              value={party.side}
              options={sides.map((side) => ({ value: side, label: t(`sides.${side}`) }))}
              onChange={(side) => change(party.id, { side })}
            />
            <KindField value={party} onChange={(part) => change(party.id, part)} />
          </div>
          <IdentityFields value={party} isShort onChange={(part) => change(party.id, part)} />
          {party.kind === 'person' && (
            <div className="field">
              <Checkbox checked={party.needsGuardian} onChange={(event) => change(party.id, { needsGuardian: event.target.checked })}>
                {t('desk.fields.needsGuardian')}
              </Checkbox>
            </div>
          )}
          {value.parties.length > 1 && (
            <p>
              <Button size="small" type="text" onClick={() => drop(party.id)}>
                {t('desk.intake.drop')}
              </Button>
            </p>
          )}
        </fieldset>
      ))}
      {value.parties.length < partiesAtMost && (
        <div>
          <Button onClick={() => onChange(({ parties }) => ({ parties: [...parties, emptyParty(mint<string>(), 'respondent')] }))}>
            {t('desk.intake.add')}
          </Button>
        </div>
      )}
    </section>
  )
}
