/** A file's state: a word, a colour and a shape. */
import { useTranslation } from 'react-i18next'
import type { Status } from '#modules/disputes/dispute.ts'
import { type Shape, Tag } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'

const shown: Readonly<Record<Status, { readonly tone: Tone; readonly shape: Shape }>> = {
  registered: { tone: 'soon', shape: 'ring' },
  mediating: { tone: 'busy', shape: 'half' },
  agreed: { tone: 'soon', shape: 'half' },
  performing: { tone: 'busy', shape: 'clock' },
  performed: { tone: 'good', shape: 'tick' },
  failed: { tone: 'calm', shape: 'cross' },
  declined: { tone: 'calm', shape: 'bar' },
  withdrawn: { tone: 'calm', shape: 'cross' },
  closed: { tone: 'calm', shape: 'tick' },
  archived: { tone: 'calm', shape: 'tick' },
}

export function DisputeStatus({ status }: { status: Status }) {
  const { t } = useTranslation('disputes')
  return <Tag {...shown[status]}>{t(`statuses.${status}`)}</Tag>
}

export function Pending() {
  const { t } = useTranslation('matters')
  return (
    <Tag tone="soon" shape="clock">
      {t('pending')}
    </Tag>
  )
}
