/** From which day a post is held, and until which; both may be left to the server: from today, until further notice. */
import { Input } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly since: string
  readonly until: string
  readonly onSince: (day: string) => void
  readonly onUntil: (day: string) => void
}

export function Term({ since, until, onSince, onUntil }: Props) {
  const { t } = useTranslation(['desk', 'app'])
  const [from, to] = [useId(), useId()]
  return (
    <div className="pair">
      <div className="field">
        <label htmlFor={from}>{t('post.since')}</label>
        <Input id={from} type="date" value={since} onChange={(event) => onSince(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={to}>
          {t('post.until')} <small className="soft">{t('app:optional')}</small>
        </label>
        <Input
          id={to}
          type="date"
          min={since}
          value={until}
          aria-describedby={`${to}-how`}
          onChange={(event) => onUntil(event.target.value)}
        />
        <p id={`${to}-how`} className="soft">
          {t('post.untilHow')}
        </p>
      </div>
    </div>
  )
}
