/** What this phone has not sent yet: what waits and why, what was refused and why, and what to do about it. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { discard, retry, useOutbox } from '#web/client/outbox.ts'
import { type Entry, heldBy } from '#web/client/outbox-rules.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { Empty } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useCorrect } from './correct.ts'
import { Page } from './page.tsx'
import { Sheet } from './sheet.tsx'

export function OutboxPage() {
  const { t } = useTranslation('field')
  const entries = useOutbox()
  const [leaving, setLeaving] = useState<Entry>()
  return (
    <Page title={t('outbox.title')} hasBack>
      {entries.length === 0 && <Empty title={t('outbox.empty')}>{t('outbox.emptyWords')}</Empty>}
      <ul className="cards">
        {entries.map((entry) => (
          <Waiting key={entry.id} entry={entry} isHeld={heldBy(entry, entries) !== undefined} onDiscard={() => setLeaving(entry)} />
        ))}
      </ul>
      {leaving && (
        <Sheet title={t('outbox.discardTitle')} onClose={() => setLeaving(undefined)}>
          <p>{t('outbox.discardWords', { about: leaving.about })}</p>
          <Act
            kind="danger"
            isBlock
            onAct={() => {
              void discard(leaving.id)
              setLeaving(undefined)
            }}
          >
            {t('outbox.discard')}
          </Act>
        </Sheet>
      )}
    </Page>
  )
}

const DisputeRefusal = lazy(async () => ({ default: (await import('./disputes/refusal.tsx')).DisputeRefusal }))

/** The words of mediation are brought only where they are needed. */
const Why = ({ entry: { subject }, refusal }: { entry: Entry; refusal: Refusal }) =>
  subject.of === 'disputes' ? (
    <Suspense fallback={null}>
      <DisputeRefusal id={subject.id} refusal={refusal} />
    </Suspense>
  ) : (
    say(refusal)
  )

function Waiting({ entry, isHeld, onDiscard }: { entry: Entry; isHeld: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('field')
  const [isBusy, setBusy] = useState(false)
  const correct = useCorrect()
  const { form } = entry
  const isRefused = entry.state === 'refused'
  const again = () => {
    setBusy(true)
    void retry(entry.id).finally(() => setBusy(false))
  }
  return (
    <li className="card">
      <p className="card-top">
        {isRefused ? (
          <Tag tone="late" shape="alert">
            {t('outbox.refused')}
          </Tag>
        ) : (
          <Tag tone="soon" shape="clock">
            {t(entry.state === 'sending' ? 'outbox.sending' : 'outbox.waiting')}
          </Tag>
        )}
        <DateTime at={entry.madeAt} />
      </p>
      <p className="card-words">{entry.about}</p>
      {isRefused && entry.refusal && (
        <p className="warning">
          <Why entry={entry} refusal={entry.refusal} />
        </p>
      )}
      {!isRefused && isHeld && <p className="soft">{t('outbox.held')}</p>}
      {!isRefused && !isHeld && entry.refusal && entry.tries > 0 && <p className="soft">{say(entry.refusal)}</p>}
      <div className="buttons">
        {isRefused && form && <Act onAct={() => void correct(entry, form)}>{t('outbox.edit')}</Act>}
        {!isHeld && (
          <Act onAct={again} isBusy={isBusy || entry.state === 'sending'}>
            {t('outbox.retry')}
          </Act>
        )}
        {isRefused && (
          <Act kind="quiet" onAct={onDiscard}>
            {t('outbox.discard')}
          </Act>
        )}
        {entry.kind === 'command' && entry.subject.of !== 'beats' && (
          <Link
            className="button button-quiet"
            to={entry.subject.of === 'disputes' ? '/disputes/$id' : '/matters/$id'}
            params={{ id: entry.subject.id }}
          >
            {t('outbox.open')}
          </Link>
        )}
      </div>
    </li>
  )
}
