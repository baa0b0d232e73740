/** 登记负担: how many required fields and minutes a week the product itself costs each role, with the reckoning beside it. */
import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RoleBurden, weekly } from '#modules/duties/burden.ts'
import type { Burden } from '#modules/duties/reply.ts'
import { asked, get } from '#web/client/api.ts'
import { Loading } from '#web/ui/states.tsx'
import { useAsked, useGo } from '../../address.tsx'
import { useDayWords } from '../../disputes/due.tsx'
import { Heads } from '../../heads.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Sections } from '../sections.tsx'
import { useFormName } from './form-name.ts'

const spans = [4, 8, 12, 26, 52] as const

export function BurdenPage() {
  const { t } = useTranslation('beats')
  const search = useAsked('/beats/burden')
  const go = useGo()
  const words = useDayWords()
  const field = useId()
  const weeks = spans.find((each) => String(each) === search.weeks) ?? 8
  const [typed, setTyped] = useState<number>()
  const { data, error, refetch } = useQuery({
    queryKey: ['duties', 'burden', weeks],
    queryFn: ({ signal }) => get<Burden>(`/duties/burden${asked({ weeks })}`, signal),
    staleTime: 300_000,
  })
  const seconds = typed ?? data?.secondsPerField ?? 0
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <section className="panel narrow">
        <h2>{t('desk.burden.title')}</h2>
        <p>{t('desk.burden.words')}</p>
        <p className="formula">{t('desk.burden.formula')}</p>
        <p className="soft">{t('desk.burden.estimate')}</p>
      </section>
      <search className="filters">
        <Select
          className="filter"
          aria-label={t('desk.burden.weeks')}
          value={weeks}
          options={spans.map((value) => ({ value, label: t('desk.burden.lastWeeks', { count: value }) }))}
          onChange={(chosen) => go({ to: '/beats/burden', search: { weeks: String(chosen) }, replace: true })}
        />
        <label htmlFor={field}>{t('desk.burden.seconds')}</label>
        <InputNumber
          id={field}
          min={1}
          max={300}
          precision={0}
          suffix={t('desk.burden.secondsUnit')}
          value={seconds}
          onChange={(chosen) => setTyped(chosen ?? undefined)}
        />
        {data && <span className="soft">{t('desk.burden.since', { day: words(data.since) })}</span>}
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && (
        <>
          <Roles of={data} seconds={seconds} />
          <Forms of={data} />
        </>
      )}
    </Page>
  )
}

const heads = ['role', 'people', 'times', 'fields', 'minutes', 'most', 'largest'] as const
const one = (number: number) => number.toLocaleString('en', { maximumFractionDigits: 1 })

function Roles({ of, seconds }: { of: Burden; seconds: number }) {
  const { t } = useTranslation(['beats', 'people', 'app'])
  const nameOf = useFormName()
  const head = (name: string) => t(`desk.burden.heads.${name}`)
  const fieldsOf = (code: string) => of.forms.find((form) => form.code === code)?.required.length ?? 0
  const roles = of.roles.filter(({ forms, people }) => forms > 0 && people > 0)
  return (
    <div className="scrolled">
      <table className="table table-small burden">
        <caption className="unseen">{t('desk.burden.title')}</caption>
        <thead>
          <tr>
            <Heads names={heads} say={head} />
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => {
            const week = weekly(role, fieldsOf, { weeks: of.weeks, seconds })
            return (
              <tr key={role.role}>
                <td data-name={head('role')}>{t(`people:roles.${role.role}`)}</td>
                <td data-name={head('people')}>{role.people}</td>
                <td data-name={head('times')}>{t('desk.burden.aWeek', { number: one(timesOf(role) / of.weeks / role.people) })}</td>
                <td data-name={head('fields')}>{week && t('desk.burden.fields', { number: one(week.fields) })}</td>
                <td data-name={head('minutes')}>{week && <strong>{t('desk.burden.minutes', { number: one(week.minutes) })}</strong>}</td>
                <td data-name={head('most')}>
                  <Most of={role} say={(form, times) => t('desk.burden.line', { form: nameOf(form), times, count: fieldsOf(form) })} />
                </td>
                <td data-name={head('largest')}>{t('desk.burden.largest', { forms: role.forms, fields: role.largest })}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const timesOf = ({ sent }: Pick<RoleBurden, 'sent'>) => sent.reduce((sum, { times }) => sum + times, 0)

const few = 3

function Most({ of: { sent }, say }: { of: Pick<RoleBurden, 'sent'>; say: (form: string, times: number) => string }) {
  const { t } = useTranslation('beats')
  if (sent.length === 0) return <span className="soft">{t('desk.burden.nothing')}</span>
  const lines = (all: RoleBurden['sent']) => all.map(({ form, times }) => <li key={form}>{say(form, times)}</li>)
  return (
    <>
      <ul className="plain">{lines(sent.slice(0, few))}</ul>
      {sent.length > few && (
        <details className="more">
          <summary>{t('desk.burden.more', { count: sent.length - few })}</summary>
          <ul className="plain">{lines(sent.slice(few))}</ul>
        </details>
      )}
    </>
  )
}

function Forms({ of: { forms } }: { of: Burden }) {
  const { t } = useTranslation('beats')
  const nameOf = useFormName()
  const sorted = [...forms].sort((first, second) => second.required.length - first.required.length)
  return (
    <details className="panel all-forms">
      <summary>{t('desk.burden.all', { count: forms.length })}</summary>
      <ul className="burden-forms">
        {sorted.map(({ code, required }) => (
          <li key={code}>
            {nameOf(code)} <span className="soft">{t('desk.burden.count', { count: required.length })}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
