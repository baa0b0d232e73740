/** A page: its name on top, a way back where there is one, and its content. */

import { useRouter } from '@tanstack/react-router'
import LeftOutline from 'antd-mobile-icons/es/LeftOutline'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function Page({
  title,
  hasBack = false,
  aside,
  children,
}: {
  title: string
  hasBack?: boolean
  aside?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('app')
  const router = useRouter()
  const back = () => (history.length > 1 ? router.history.back() : void router.navigate({ to: '/' }))
  return (
    <main className="page">
      <header className="page-head">
        {hasBack && (
          <button type="button" className="icon-button" onClick={back} aria-label={t('back')}>
            <LeftOutline aria-hidden="true" />
          </button>
        )}
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </main>
  )
}
