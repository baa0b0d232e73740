/** A matter's state: a word, a colour and a shape, so that it is read without seeing colours. */
import { useTranslation } from 'react-i18next'
import type { Status as MatterStatus } from '#modules/matters/matter.ts'
import type { Tone } from './tokens.ts'

const shown: Readonly<Record<MatterStatus, { readonly tone: Tone; readonly shape: Shape }>> = {
  waiting: { tone: 'soon', shape: 'ring' },
  working: { tone: 'busy', shape: 'half' },
  settled: { tone: 'good', shape: 'tick' },
  closed: { tone: 'calm', shape: 'tick' },
  refused: { tone: 'calm', shape: 'bar' },
  withdrawn: { tone: 'calm', shape: 'cross' },
  suspended: { tone: 'calm', shape: 'clock' },
  voided: { tone: 'calm', shape: 'cross' },
  linked: { tone: 'calm', shape: 'bar' },
}

const paths = {
  ring: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  half: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  tick: (
    <path d="M2.5 8.5l3.5 3.5 7.5-8" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
  ),
  bar: <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />,
  cross: <path d="M4 4l8 8M12 4l-8 8" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />,
  alert: <path d="M8 1.5L15 14H1zM8 6v4M8 11.6v.8" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <path d="M8 4.5V8l2.5 2" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
} as const
export type Shape = keyof typeof paths

export const Sign = ({ shape }: { shape: Shape }) => (
  <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {paths[shape]}
  </svg>
)

/** Any short word with a tone and a shape. */
export const Tag = ({ tone, shape, children }: { tone: Tone; shape: Shape; children: string }) => (
  <span className={`tag tag-${tone}`}>
    <Sign shape={shape} />
    {children}
  </span>
)

export function Status({ status }: { status: MatterStatus }) {
  const { t } = useTranslation('matters')
  return <Tag {...shown[status]}>{t(`statuses.${status}`)}</Tag>
}

/** The maple leaf red of an emergency is never alone: the word stands beside the sign. */
export function Emergency() {
  const { t } = useTranslation('matters')
  return (
    <Tag tone="late" shape="alert">
      {t('emergency')}
    </Tag>
  )
}
