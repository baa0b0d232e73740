/**
 * A button that, when it cannot be pressed, says why: it stays in reach of finger, keyboard and screen reader, and the
 * reason stands below it, or with `explain="tap"` comes when it is tapped.
 */
import { type ReactNode, useId, useState } from 'react'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { say } from './say.ts'

type Props = {
  readonly why?: Refusal | undefined
  /** Facts the sentence may use beside the refusal's own, such as the holder's name. */
  readonly known?: Refusal['facts']
  readonly onAct: () => void
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  readonly explain?: 'below' | 'tap'
  readonly isBusy?: boolean
  readonly isBlock?: boolean
  readonly icon?: ReactNode
  readonly children: ReactNode
}

export function Act({ why, known, onAct, kind = 'plain', explain = 'below', isBusy = false, isBlock = false, icon, children }: Props) {
  const note = useId()
  const [isAsked, setAsked] = useState(false)
  const isTold = why !== undefined && (explain === 'below' || isAsked)
  const act = () => {
    if (isBusy) return
    if (why) setAsked(true)
    else onAct()
  }
  return (
    <span className={`act${isBlock ? ' act-block' : ''}`}>
      <button
        type="button"
        className={`button button-${kind}`}
        aria-disabled={why !== undefined || isBusy}
        aria-busy={isBusy}
        aria-describedby={isTold ? note : undefined}
        onClick={act}
      >
        {icon}
        {children}
      </button>
      {isTold && (
        <small id={note} role="note" className="act-why">
          {say(why, known)}
        </small>
      )}
    </span>
  )
}
