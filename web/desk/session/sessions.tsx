/** Where this account is signed in, and how to end it on a machine that is not one's own any more. */
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#modules/people/wire.ts'
import { useSessions } from '#web/client/session.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Loading } from '#web/ui/states.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { deviceOf } from './device.ts'

export function Sessions() {
  const { t } = useTranslation('desk')
  const { modal } = App.useApp()
  const { data, error, refetch, end, endOthers } = useSessions()
  const { isBusy, refusal, attempt } = useAttempt()
  const others = data?.filter(({ isThis }) => !isThis) ?? []

  const ask = (words: string, work: () => Promise<void>) =>
    void modal.confirm({ title: words, okText: t('sessions.end'), onOk: () => attempt(work) })

  const nameOf = ({ device }: SessionView) => {
    const { system, browser } = deviceOf(device ?? '')
    return [system, browser].filter(Boolean).join(' · ') || t('sessions.unknown')
  }

  return (
    <section className="panel">
      <h2>{t('sessions.title')}</h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      <ul className="lines">
        {data?.map((session) => (
          <li key={session.id} className="line">
            <span>
              {nameOf(session)} {session.isThis && <strong>{t('sessions.this')}</strong>}
              <small className="soft">
                {t('sessions.since')} <DateTime at={session.startedAt} />
              </small>
            </span>
            {!session.isThis && (
              <Button disabled={isBusy} onClick={() => ask(t('sessions.endWords', { device: nameOf(session) }), () => end(session.id))}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && <Button onClick={() => ask(t('sessions.endOthersWords'), endOthers)}>{t('sessions.endOthers')}</Button>}
      {refusal && <p className="warning">{sayHere(refusal)}</p>}
    </section>
  )
}
