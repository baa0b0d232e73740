/** The county's quiet hours. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuietHours } from '#modules/notices/wire.ts'
import { get, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Loading } from '#web/ui/states.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { clockOf, minutesOf } from './routing.ts'

const key = ['notices', 'quiet']

export function Quiet() {
  const { t } = useTranslation('notices')
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<QuietHours>('/notices/quiet', signal),
    staleTime: 0,
  })
  return (
    <section className="panel">
      <h2>{t('quiet.title')}</h2>
      <p className="soft">{t('quiet.words')}</p>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={2} />}
      {data && <Form key={`${data.quietFrom} ${data.quietUntil}`} hours={data} />}
    </section>
  )
}

function Form({ hours }: { hours: QuietHours }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const id = useId()
  const [typed, setTyped] = useState({ from: clockOf(hours.quietFrom), until: clockOf(hours.quietUntil) })
  const { isBusy, refusal, attempt } = useAttempt()
  const [quietFrom, quietUntil] = [minutesOf(typed.from), minutesOf(typed.until)]
  const isWhole = quietFrom !== undefined && quietUntil !== undefined
  const isChanged = quietFrom !== hours.quietFrom || quietUntil !== hours.quietUntil
  const save = () =>
    void attempt(async () => {
      cache.setQueryData(key, await put<QuietHours>('/notices/quiet', { quietFrom, quietUntil }))
      void message.success(t('quiet.saved'))
    })
  return (
    <>
      <p className="inline">
        {(['from', 'until'] as const).map((end) => (
          <span key={end} className="inline">
            <label htmlFor={`${id}${end}`}>{t(`quiet.${end}`)}</label>
            <Input
              id={`${id}${end}`}
              type="time"
              className="clock-field"
              value={typed[end]}
              onChange={({ target }) => setTyped({ ...typed, [end]: target.value })}
            />
          </span>
        ))}
        <Button type="primary" disabled={!isWhole || !isChanged} loading={isBusy} onClick={save}>
          {t('quiet.save')}
        </Button>
      </p>
      {isWhole && quietFrom === quietUntil && <p className="tone-soon">{t('quiet.same')}</p>}
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal)}</p>}</div>
    </>
  )
}
