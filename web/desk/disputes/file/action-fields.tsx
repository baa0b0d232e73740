/** The fields of each action: what it needs and no more. What the file knows already stands in them. */
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/disputes/dispute.ts'
import { AboutFields } from '../about-fields.tsx'
import { AfterFields, afterwards } from './after-fields.tsx'
import { AgreeFields } from './agree-fields.tsx'
import type { Opening } from './file.ts'
import { PartyFields, partyActions } from './party-fields.tsx'
import type { FieldProps } from './people-fields.tsx'
import { WorkFields } from './work-fields.tsx'

export function ActionFields({ opening, ...props }: FieldProps & { opening: Opening }) {
  const { t, i18n } = useTranslation('disputes')
  const { action } = opening
  const explained = `desk.act.${action}.explained`
  return (
    <>
      {i18n.exists(explained, { ns: 'disputes' }) && <p>{t(explained)}</p>}
      <Fields opening={opening} {...props} />
    </>
  )
}

const isAmong = <A extends Action>(action: Action, of: readonly A[]): action is A => (of as readonly Action[]).includes(action)

function Fields({ opening, ...props }: FieldProps & { opening: Opening }) {
  const { action } = opening
  const { filled, onChange } = props
  if (isAmong(action, partyActions)) return <PartyFields action={action} isChosen={opening.party !== undefined} {...props} />
  if (isAmong(action, afterwards)) return <AfterFields action={action} isChosen={opening.term !== undefined} {...props} />
  switch (action) {
    case 'amend':
      return <AboutFields value={filled} summary={filled.words} onChange={onChange} onSummary={(words) => onChange({ words })} />
    case 'agree':
      return <AgreeFields {...props} />
    default:
      return <WorkFields action={action} isChosen={opening.piece !== undefined} {...props} />
  }
}
