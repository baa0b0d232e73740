/** At thumb height: the one or two things to do now, and 更多 for the rest, each with the reason when it cannot be. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Sheet } from '../sheet.tsx'
import type { Foreseen } from './foreseen.ts'
import { offersOf } from './offers.ts'
import { withoutFile } from './row-file.ts'
import { useSend } from './send.ts'

/** Possible, but never the thing to do next. */
const calm: readonly Action[] = ['comment', 'unlink']

type Props = { file: MatterFile; seen: Foreseen; isPartial: boolean; onOpen: (action: Action) => void }

export function ActionBar({ file, seen: { matter, holderName }, isPartial, onOpen }: Props) {
  const { t } = useTranslation(['matters', 'field', 'app'])
  const actor = useActor()
  const [isMore, setMore] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const send = useSend({ ...file.row, matter })

  const at = new Date().toISOString()
  const all = offersOf(matter, actor, { at, reopenDays: file.around.reopenDays }, isPartial ? withoutFile : undefined)
  const possible = all.filter(({ why }) => !why)
  const shown = possible.slice(0, 2)

  const act = (action: Action) => {
    setMore(false)
    if (action !== 'accept') return onOpen(action)
    setBusy(true)
    void send({ do: 'accept' }).finally(() => setBusy(false))
  }

  return (
    <>
      <div className="actions">
        {shown.map(({ action }, at) => (
          <Act
            key={action}
            kind={at === 0 && !calm.includes(action) ? 'primary' : 'plain'}
            isBusy={isBusy && action === 'accept'}
            onAct={() => act(action)}
          >
            {t(`actions.${action}`)}
          </Act>
        ))}
        {all.length > shown.length && <Act onAct={() => setMore(true)}>{t('app:more')}</Act>}
      </div>
      {isMore && (
        <Sheet title={t('field:act.more')} onClose={() => setMore(false)}>
          <ul className="options">
            {possible.slice(2).map(({ action }) => (
              <li key={action}>
                <Act isBlock onAct={() => act(action)}>
                  {t(`actions.${action}`)}
                </Act>
              </li>
            ))}
          </ul>
          {possible.length < all.length && <h3>{t('field:act.cannot')}</h3>}
          <dl className="cannot">
            {all.map(
              ({ action, why }) =>
                why && (
                  <div key={action}>
                    <dt>{t(`actions.${action}`)}</dt>
                    <dd>{say(why, { holder: holderName })}</dd>
                  </div>
                ),
            )}
          </dl>
        </Sheet>
      )}
    </>
  )
}
