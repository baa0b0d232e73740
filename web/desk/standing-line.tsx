/** How something stands, in one line on top of its page: what waits for somebody or holds it up, and its next step. */
import type { ReactNode } from 'react'
import { type Shape, Sign } from '#web/ui/status.tsx'
import type { Tone } from '#web/ui/tokens.ts'

type Props = {
  readonly tone: Tone
  readonly shape: Shape
  readonly title: string
  /** How long is left, or how long it is over. */
  readonly until?: ReactNode
  readonly acts?: ReactNode
  readonly children?: ReactNode
}

export const StandingLine = ({ tone, shape, title, until, acts, children }: Props) => (
  <li className={`standing-line standing-${tone}`}>
    <Sign shape={shape} />
    <div className="standing-words">
      <p>
        <strong>{title}</strong> {until}
      </p>
      {children}
    </div>
    {acts}
  </li>
)
