/** What an edition seems to have changed, to be confirmed one by one or all; where it does not say into what, somebody has to. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { Plan } from '#modules/places/change.ts'
import type { Proposal } from '#modules/places/change-wire.ts'
import { Heads } from '../../heads.tsx'
import { PlaceSelect } from '../place-select.tsx'

/** The proposals taken, by id, and who takes over where the edition does not say. */
export type Choices = { readonly taken: readonly string[]; readonly heirs: Readonly<Record<string, string>> }

/** Where the edition does not say into what: people go on living there, so what lies in it goes along to one of its own level. */
const planFor = ({ id, what, code, plan }: Proposal, heirs: Choices['heirs']): Plan | undefined => {
  if (plan) return plan as Plan
  const [place, successor] = [code as PlaceCode, heirs[id] as PlaceCode | undefined]
  if (what !== 'abolished' || !successor) return undefined
  return successor.length === place.length ? { kind: 'merge', places: [place], into: successor } : { kind: 'abolish', place, successor }
}

/** What was taken, with its plan, in the order in which it can be carried out. */
export const chosenOf = (proposals: readonly Proposal[], { taken, heirs }: Choices): (Proposal & { readonly plan: Plan })[] => {
  const isTaken = new Set(taken)
  return proposals.flatMap((proposal) => {
    const plan = isTaken.has(proposal.id) && planFor(proposal, heirs)
    return plan ? [{ ...proposal, plan: plan as Plan & Proposal['plan'] }] : []
  })
}

type Props = { readonly proposals: readonly Proposal[]; readonly choices: Choices; readonly onChange: (choices: Choices) => void }

export function Proposals({ proposals, choices, onChange }: Props) {
  const { t } = useTranslation('places')
  const possible = proposals.filter((each) => planFor(each, choices.heirs)).map(({ id }) => id)
  const isAll = possible.length > 0 && possible.every((id) => choices.taken.includes(id))
  const toggle = (id: string) => ({
    ...choices,
    taken: choices.taken.includes(id) ? choices.taken.filter((each) => each !== id) : [...choices.taken, id],
  })
  return (
    <table className="table table-small">
      <thead>
        <tr>
          <th scope="col">
            <Checkbox checked={isAll} onChange={() => onChange({ ...choices, taken: isAll ? [] : possible })}>
              {t('edition.all')}
            </Checkbox>
          </th>
          <Heads names={['what', 'place', 'to', 'moves']} say={(name) => t(`edition.columns.${name}`)} />
        </tr>
      </thead>
      <tbody>
        {proposals.map((proposal) => (
          <tr key={proposal.id}>
            <td data-name={t('edition.columns.take')}>
              <Checkbox
                aria-label={`${t(`edition.what.${proposal.what}`)} ${proposal.name}`}
                checked={choices.taken.includes(proposal.id)}
                disabled={!possible.includes(proposal.id)}
                onChange={() => onChange(toggle(proposal.id))}
              />
            </td>
            <td data-name={t('edition.columns.what')} className="unbroken">
              {t(`edition.what.${proposal.what}`)}
            </td>
            <td data-name={t('edition.columns.place')}>
              {proposal.what === 'new' ? '—' : <Coded name={proposal.name} within={proposal.within} code={proposal.code} />}
            </td>
            <td data-name={t('edition.columns.to')}>
              <Becomes
                proposal={proposal}
                heir={choices.heirs[proposal.id]}
                onHeir={(code = '') =>
                  onChange({
                    taken: code ? [...new Set([...choices.taken, proposal.id])] : choices.taken.filter((each) => each !== proposal.id),
                    heirs: { ...choices.heirs, [proposal.id]: code },
                  })
                }
              />
            </td>
            <td data-name={t('edition.columns.moves')} className="unbroken">
              {proposal.posts + proposal.matters > 0 ? t('change.carries', { posts: proposal.posts, matters: proposal.matters }) : '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Becoming = { readonly proposal: Proposal; readonly heir: string | undefined; readonly onHeir: (code: string | undefined) => void }

function Coded({ name, within, code }: { name: string | null; within: string | null; code: string | null }) {
  return (
    <>
      {name}{' '}
      <small className="soft">
        {within} <span className="unbroken">{code}</span>
      </small>
    </>
  )
}

function Becomes({ proposal: { what, plan, newName, newCode, newWithin }, heir, onHeir }: Becoming) {
  const { t } = useTranslation('places')
  if (what === 'abolished' && plan === null)
    return <PlaceSelect label={t('edition.successor')} placeholder={t('edition.choosing')} value={heir || undefined} onChange={onHeir} />
  return (
    <>
      <Coded name={newName} within={newWithin} code={newCode} />
      {what === 'reused' && <small className="tone-late">{t('edition.reused')}</small>}
    </>
  )
}
