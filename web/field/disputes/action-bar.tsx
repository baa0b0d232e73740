/** At thumb height: the next thing to do, and 更多 for everything else, each with the reason when it cannot be. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/disputes/dispute.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Sheet } from '../sheet.tsx'
import type { About, Seen } from './file-body.tsx'
import { sayOf } from './names.ts'
import { offersOf } from './offers.ts'
import type { Offered } from './steps.ts'

/** Danger and words can come at any time: they stand beside whatever is next. */
const always: readonly Action[] = ['noteSigns', 'comment']

export function ActionBar({ seen, speech, around, steps, onOpen }: Seen & { steps: readonly Offered[] }) {
  const { t } = useTranslation(['disputes', 'field', 'app'])
  const actor = useActor()
  const [isMore, setMore] = useState(false)
  const all = offersOf(seen.dispute, actor, around)
  const next = steps.find(({ why }) => !why)
  const beside = all.find(({ action, why }) => !why && action !== next?.action && always.includes(action))
  const rest = all.filter(({ action, why }) => !why && action !== next?.action)
  const denied = all.filter(({ why }) => why)
  const act = (action: Action, about?: About) => {
    setMore(false)
    onOpen(action, about)
  }
  if (all.length === 0) return null
  return (
    <>
      <div className="actions">
        {next && (
          <Act
            kind="primary"
            onAct={() => act(next.action, { party: next.signer && next.signer !== 'party' ? next.signer : next.party, term: next.term })}
          >
            {t(`actions.${next.action}`)}
          </Act>
        )}
        {beside && <Act onAct={() => act(beside.action)}>{t(`actions.${beside.action}`)}</Act>}
        <Act onAct={() => setMore(true)}>{t('app:more')}</Act>
      </div>
      {isMore && (
        <Sheet title={t('field:act.more')} onClose={() => setMore(false)}>
          <ul className="choices">
            {rest.map(({ action }) => (
              <li key={action}>
                <Act isBlock onAct={() => act(action)}>
                  {t(`actions.${action}`)}
                </Act>
              </li>
            ))}
          </ul>
          {denied.length > 0 && <h3>{t('field:act.cannot')}</h3>}
          <dl className="cannot">
            {denied.map(
              ({ action, why }) =>
                why && (
                  <div key={action}>
                    <dt>{t(`actions.${action}`)}</dt>
                    <dd>{sayOf(why, speech)}</dd>
                  </div>
                ),
            )}
          </dl>
        </Sheet>
      )}
    </>
  )
}
