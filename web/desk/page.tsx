/** A page: its name, what one may start from here, and its content. The browser's tab carries the name too. */
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly title: string
  readonly above?: ReactNode
  readonly aside?: ReactNode
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function Page({ title, above, aside, isWide = false, children }: Props) {
  const { t } = useTranslation('app')
  useEffect(() => {
    document.title = `${title} · ${t('name')}`
  }, [title, t])
  return (
    <div className={`page${isWide ? ' page-wide' : ''}`}>
      {above && <div className="page-above">{above}</div>}
      <header className="page-head">
        <h1>{title}</h1>
        {aside && <div className="page-aside">{aside}</div>}
      </header>
      {children}
    </div>
  )
}
