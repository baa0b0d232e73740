/** 驻村职责, for administrators: what is owed, by whom, in which stretch of time; and other goals for some places. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty, Goal } from '#modules/duties/duty.ts'
import { get, remove } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useAttempt } from '../attempt.ts'
import { useDayWords } from '../disputes/due.tsx'
import { Heads } from '../heads.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { usePlaceName } from '../places/place-file.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { DutyDialog } from './duty-dialog.tsx'
import { GoalDialog } from './goal-dialog.tsx'

export type Kept = Duty & { readonly isOn: boolean }
export type Settings = { readonly duties: readonly Kept[]; readonly goals: readonly Goal[] }
export const settingsKey = ['duties', 'settings']

export function DutySettings() {
  const { data, error, refetch } = useQuery({ queryKey: settingsKey, queryFn: ({ signal }) => get<Settings>('/duties/settings', signal) })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  return data ? <Shown settings={data} /> : <Loading lines={10} />
}

const heads = ['name', 'needs', 'window', 'role', 'isOn', 'change'] as const

function Shown({ settings: { duties, goals } }: { settings: Settings }) {
  const { t } = useTranslation(['beats', 'people'])
  const [changing, setChanging] = useState<Kept | 'new'>()
  const [isAdding, setAdding] = useState(false)
  const head = (name: string) => t(`desk.settings.heads.${name}`)
  return (
    <>
      <section className="panel">
        <header className="panel-head">
          <h2>{t('desk.settings.duties')}</h2>
          <Button onClick={() => setChanging('new')}>{t('desk.settings.add')}</Button>
        </header>
        <p className="soft">{t('desk.settings.words')}</p>
        <table className="table table-small">
          <caption className="unseen">{t('desk.settings.duties')}</caption>
          <thead>
            <tr>
              <Heads names={heads} say={head} />
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={duty.code}>
                <td data-name={head('name')}>
                  {nameIn(duty)}
                  <small className="soft">{duty.source}</small>
                </td>
                <td data-name={head('needs')}>
                  <NeedsOf duty={duty} />
                </td>
                <td data-name={head('window')} className="unbroken">
                  {t(`windows.${duty.window}`)}
                </td>
                <td data-name={head('role')} className="unbroken">
                  {t(`people:roles.${duty.role}`)}
                </td>
                <td data-name={head('isOn')}>
                  <Tag tone={duty.isOn ? 'good' : 'calm'} shape={duty.isOn ? 'tick' : 'bar'}>
                    {t(duty.isOn ? 'desk.settings.on' : 'desk.settings.off')}
                  </Tag>
                </td>
                <td data-name={head('change')}>
                  <Button size="small" onClick={() => setChanging(duty)} aria-label={t('desk.settings.changeOf', { name: nameIn(duty) })}>
                    {t('desk.settings.change')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="panel">
        <header className="panel-head">
          <h2>{t('desk.settings.goals')}</h2>
          <Button onClick={() => setAdding(true)}>{t('desk.settings.addGoal')}</Button>
        </header>
        <p className="soft">{t('desk.settings.goalWords')}</p>
        {goals.length === 0 ? <p className="soft">{t('desk.settings.noGoals')}</p> : <Goals goals={goals} duties={duties} />}
      </section>
      {changing && <DutyDialog duty={changing === 'new' ? undefined : changing} onClose={() => setChanging(undefined)} />}
      {isAdding && <GoalDialog duties={duties} onClose={() => setAdding(false)} />}
    </>
  )
}

export function NeedsOf({ duty }: { duty: Duty }) {
  const { t } = useTranslation('beats')
  return duty.needs.map((need) => (
    <span key={need.kind} className="need">
      {t(`evidence.${need.kind}`)} {t(`counted.${need.kind}`, { count: need.atLeast })}
      {need.onlyGood && <span className="soft"> {t('desk.settings.onlyGood')}</span>}
      {need.distinct && <span className="soft"> {t('desk.settings.distinct')}</span>}
    </span>
  ))
}

const goalHeads = ['place', 'name', 'needs', 'from', 'change'] as const

function Goals({ goals, duties }: { goals: readonly Goal[]; duties: readonly Duty[] }) {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const { modal, message } = App.useApp()
  const { isBusy, refusal, attempt } = useAttempt()
  const head = (name: string) => t(`desk.settings.heads.${name}`)
  const drop = ({ duty, place, need, from }: Goal) =>
    void modal.confirm({
      title: t('desk.settings.removeTitle'),
      content: t('desk.settings.removeWords'),
      okText: t('desk.settings.removeGoal'),
      onOk: () =>
        attempt(async () => {
          await remove(`/duties/goals/${duty}/${place}/${need}/${from}`)
          await cache.invalidateQueries({ queryKey: ['duties'] })
          void message.success(t('desk.settings.removed'))
        }),
    })
  return (
    <>
      {refusal && <p className="warning">{sayHere(refusal)}</p>}
      <table className="table table-small">
        <caption className="unseen">{t('desk.settings.goals')}</caption>
        <thead>
          <tr>
            <Heads names={goalHeads} say={head} />
          </tr>
        </thead>
        <tbody>
          {goals.map((goal) => {
            const duty = duties.find(({ code }) => code === goal.duty)
            return (
              <tr key={`${goal.duty}${goal.place}${goal.need}${goal.from}`}>
                <td data-name={head('place')}>
                  <PlaceName code={goal.place} />
                </td>
                <td data-name={head('name')}>{duty ? nameIn(duty) : goal.duty}</td>
                <td data-name={head('needs')}>
                  {t(`evidence.${goal.need}`)} {t(`counted.${goal.need}`, { count: goal.atLeast })}
                </td>
                <td data-name={head('from')}>{words(goal.from)}</td>
                <td data-name={head('change')}>
                  <Button size="small" loading={isBusy} onClick={() => drop(goal)}>
                    {t('desk.settings.removeGoal')}
                  </Button>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

const PlaceName = ({ code }: { code: string }) => usePlaceName(code)
