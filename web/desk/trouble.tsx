/** What went wrong, in the desk's words: there is no phone here that keeps what was written, but a page that still shows it. */
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { say } from '#web/ui/say.ts'
import { Empty, ErrorBox, refusalOf } from '#web/ui/states.tsx'

export const sayHere = (refusal: Refusal, known?: Refusal['facts']): string =>
  refusal.refused === 'offline' ? i18next.t('desk:offline.kept') : say(refusal, known)

export function Trouble({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation(['desk', 'app'])
  if (refusalOf(error).refused !== 'offline') return <ErrorBox error={error} onRetry={onRetry} />
  return (
    <div role="status">
      <Empty title={t('offline.title')} step={{ words: t('app:again'), onAct: onRetry }}>
        {t('offline.words')}
      </Empty>
    </div>
  )
}
