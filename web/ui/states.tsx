/** The states every page has beside the good one. Each says what is so, and the next step. */
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { Act } from './act.tsx'
import { say } from './say.ts'

type Step = { readonly words: string; readonly onAct: () => void }

const State = ({
  title,
  children,
  step,
  role,
}: {
  title: string
  children?: ReactNode
  step?: Step | undefined
  role?: 'alert' | 'status'
}) => (
  <div className="state" role={role}>
    <p className="state-title">{title}</p>
    {children && <p className="state-words">{children}</p>}
    {step && <Act onAct={step.onAct}>{step.words}</Act>}
  </div>
)

export const Empty = ({ title, children, step }: { title: string; children?: ReactNode; step?: Step }) => (
  <State title={title} step={step}>
    {children}
  </State>
)

/** Grey lines in the shape of what is coming, only when it takes longer than 300 ms. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('app')
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!isLong) return <div className="loading" aria-hidden="true" />
  return (
    <div className="loading" role="status" aria-label={t('states.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name
        <span key={line} className="skeleton" style={{ inlineSize: `${92 - ((line * 17) % 45)}%` }} />
      ))}
    </div>
  )
}

export function Offline({ onRetry }: { onRetry?: () => void }) {
  const { t } = useTranslation('app')
  return (
    <State title={t('states.offline')} role="status" step={onRetry && { words: t('again'), onAct: onRetry }}>
      {t('states.offlineWords')}
    </State>
  )
}

export function Forbidden({ onBack }: { onBack?: () => void }) {
  const { t } = useTranslation('app')
  return (
    <State title={t('states.forbidden')} step={onBack && { words: t('back'), onAct: onBack }}>
      {t('states.forbiddenWords')}
    </State>
  )
}

/** Whatever went wrong, in words: without signal, not allowed, not there, or a fault of ours. */
export function ErrorBox({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation('app')
  const refusal = refusalOf(error)
  if (refusal.refused === 'offline') return <Offline {...(onRetry ? { onRetry } : {})} />
  if (refusal.refused === 'not_permitted') return <Forbidden />
  const step = onRetry && refusal.refused !== 'not_found' ? { words: t('again'), onAct: onRetry } : undefined
  return (
    <State title={t(refusal.refused === 'not_found' ? 'states.notFound' : 'states.error')} role="alert" step={step}>
      {say(refusal)}
    </State>
  )
}

/** The refusal an error carries; anything else is a fault of ours. */
export const refusalOf = (error: unknown): Refusal => {
  if (isRefusal(error)) return error
  const carried = typeof error === 'object' && error !== null && 'refusal' in error ? error.refusal : undefined
  return isRefusal(carried) ? carried : { refused: 'internal', facts: {} }
}
