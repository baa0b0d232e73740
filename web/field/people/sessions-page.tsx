/** Where this account is signed in, and how to end it on a phone that was lost. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '#modules/people/wire.ts'
import { useSessions } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Loading, refusalOf } from '#web/ui/states.tsx'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { deviceOf } from './device.ts'

export function SessionsPage() {
  const { t } = useTranslation('field')
  const { data, error, refetch, end, endOthers } = useSessions()
  const [busy, setBusy] = useState<string>()
  const others = data?.filter(({ isThis }) => !isThis) ?? []

  const doing = (what: string, work: Promise<void>) => {
    setBusy(what)
    void work
      .then(() => tell(t('sessions.ended')))
      .catch((trouble: unknown) => tell(say(refusalOf(trouble))))
      .finally(() => setBusy(undefined))
  }

  const nameOf = (userAgent: string) => {
    const { system, browser } = deviceOf(userAgent)
    return t('sessions.device', {
      system: t(`sessions.devices.${system}`),
      browser: t(`sessions.browsers.${browser}`, { defaultValue: browser }),
    })
  }

  const row = (session: SessionView) => (
    <li key={session.id} className="card">
      <p className="card-words">{session.device ? nameOf(session.device) : t('sessions.unknown')}</p>
      <p className="soft">
        {t('sessions.since')} <DateTime at={session.startedAt} />
      </p>
      {session.isThis ? (
        <p>{t('sessions.this')}</p>
      ) : (
        <Act isBusy={busy === session.id} onAct={() => doing(session.id, end(session.id))}>
          {t('sessions.end')}
        </Act>
      )}
    </li>
  )

  return (
    <Page title={t('sessions.title')} hasBack>
      <p className="page-words">{t('sessions.words')}</p>
      {!data && (error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />)}
      <ul className="cards">{data?.map(row)}</ul>
      {others.length > 1 && (
        <div className="page-foot">
          <Act kind="danger" isBlock isBusy={busy === 'others'} onAct={() => doing('others', endOthers())}>
            {t('sessions.endOthers')}
          </Act>
        </div>
      )}
    </Page>
  )
}
