/** Where a file stands: a word, a colour and a shape. */
import { useTranslation } from 'react-i18next'
import type { Dispute, Status } from '#modules/disputes/dispute.ts'
import { type Shape, Tag } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'

const shown: Readonly<Record<Status, { readonly tone: Tone; readonly shape: Shape }>> = {
  registered: { tone: 'soon', shape: 'ring' },
  mediating: { tone: 'busy', shape: 'half' },
  agreed: { tone: 'soon', shape: 'half' },
  performing: { tone: 'busy', shape: 'clock' },
  performed: { tone: 'good', shape: 'tick' },
  failed: { tone: 'calm', shape: 'bar' },
  declined: { tone: 'calm', shape: 'bar' },
  withdrawn: { tone: 'calm', shape: 'cross' },
  closed: { tone: 'calm', shape: 'tick' },
  archived: { tone: 'calm', shape: 'tick' },
}

export function DisputeStatus({ status }: { status: Status }) {
  const { t } = useTranslation('disputes')
  return <Tag {...shown[status]}>{t(`statuses.${status}`)}</Tag>
}

/** Signs of escalation whose preventive measure is still missing. Never a word about a person. */
export function Alarm({ dispute: { preventBy } }: { dispute: Pick<Dispute, 'preventBy'> }) {
  const { t } = useTranslation('disputes')
  return preventBy ? (
    <Tag tone="late" shape="alert">
      {t('desk.alarm')}
    </Tag>
  ) : null
}
