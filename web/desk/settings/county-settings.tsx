/** The county's own numbers, and the days on which it works or rests against the national calendar. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#modules/categories/wire.ts'
import type { LocalDays } from '#modules/kernel/calendar.ts'
import { get, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Loading } from '#web/ui/states.tsx'
import { useAttempt } from '../attempt.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { WorkCalendar } from './work-calendar.tsx'

const key = ['settings']

export function CountySettings() {
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => get<Settings>('/settings', signal), staleTime: 0 })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  return data ? <Form settings={data} /> : <Loading lines={6} />
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation('desk')
  const { message } = App.useApp()
  const [draft, setDraft] = useState(settings)
  const { isBusy, refusal, attempt } = useAttempt()
  const change = (part: Partial<Settings>) => setDraft((now) => ({ ...now, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(settings)
  const save = () =>
    void attempt(async () => {
      cache.setQueryData(key, await put<Settings>('/settings', draft))
      void message.success(t('rules.countySaved'))
    })
  return (
    <div className="form">
      <section className="panel">
        <h2>{t('rules.confirming')}</h2>
        <Days
          name={t('rules.silenceDays')}
          words={t('rules.silenceDaysWords')}
          most={90}
          value={draft.silenceDays}
          onChange={(silenceDays) => change({ silenceDays })}
        />
        <Days
          name={t('rules.reopenDays')}
          words={t('rules.reopenDaysWords')}
          most={365}
          value={draft.reopenDays}
          onChange={(reopenDays) => change({ reopenDays })}
        />
      </section>
      <section className="panel">
        <h2>{t('rules.remembering')}</h2>
        <Days
          name={t('rules.forgetDays')}
          words={t('rules.forgetDaysWords')}
          least={30}
          most={3650}
          value={draft.forgetDays ?? 180}
          onChange={(forgetDays) => change({ forgetDays })}
        />
      </section>
      <section className="panel">
        <h2>{t('rules.localDays')}</h2>
        <p className="soft">{t('rules.localDaysWords')}</p>
        <WorkCalendar local={draft.localDays as LocalDays} onChange={(localDays) => change({ localDays })} />
      </section>
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal)}</p>}</div>
      <p className="inline">
        <Button type="primary" size="large" disabled={!isChanged} loading={isBusy} onClick={save}>
          {t('rules.save')}
        </Button>
        {isChanged && (
          <>
            <Button size="large" onClick={() => setDraft(settings)}>
              {t('rules.undo')}
            </Button>
            <span className="tone-soon">{t('rules.unsaved')}</span>
          </>
        )}
      </p>
    </div>
  )
}

type DaysProps = { name: string; words: string; least?: number; most: number; value: number; onChange: (days: number) => void }

function Days({ name, words, least = 1, most, value, onChange }: DaysProps) {
  const { t } = useTranslation('desk')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <span className="inline">
        <InputNumber id={id} min={least} max={most} precision={0} value={value} onChange={(days) => days !== null && onChange(days)} />
        {t('rules.units.days')}
      </span>
      <p className="soft">{words}</p>
    </div>
  )
}
