/** Settings of mediation, for administrators: which national type stands beside each type of GB/T 31000, and what is paid for a closed file. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, InputNumber, Select } from 'antd'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nationalTypes } from '#modules/disputes/codes/national.ts'
import { types } from '#modules/disputes/codes/types.ts'
import { type AllowanceTable, grades } from '#modules/disputes/rules/allowance.ts'
import type { Settings } from '#modules/disputes/settings/wire.ts'
import { get, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Loading } from '#web/ui/states.tsx'
import { useAttempt } from '../attempt.ts'
import { nameIn } from '../matters/catalogue.ts'
import { sayHere, Trouble } from '../trouble.tsx'

const key = ['disputes', 'settings']

export function DisputeSettings() {
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: ({ signal }) => get<Settings>('/disputes/settings', signal) })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  return data ? <Form kept={data} /> : <Loading lines={10} />
}

function Form({ kept }: { kept: Settings }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { message } = App.useApp()
  const [settings, setSettings] = useState(kept)
  const { isBusy, refusal, attempt } = useAttempt()
  const isChanged = JSON.stringify(settings) !== JSON.stringify(kept)
  const save = () =>
    void attempt(async () => {
      cache.setQueryData(key, await put<Settings>('/disputes/settings', settings))
      void cache.invalidateQueries({ queryKey: ['disputes', 'types'] })
      void message.success(t('figures.settings.changed'))
    })
  return (
    <>
      <section className="panel">
        <h2>{t('desk.settings.allowances')}</h2>
        <p className="soft">{t('desk.settings.allowancesWords')}</p>
        <Allowances table={settings.allowances} onChange={(allowances) => setSettings({ ...settings, allowances })} />
      </section>
      <section className="panel">
        <h2>{t('figures.settings.types')}</h2>
        <p className="soft">{t('desk.settings.typesWords')}</p>
        <Types chosen={settings.types} onChange={(chosen) => setSettings({ ...settings, types: chosen })} />
      </section>
      <div aria-live="assertive">{refusal && <p className="warning">{sayHere(refusal)}</p>}</div>
      <p className="save-bar">
        <Button type="primary" size="large" disabled={!isChanged} loading={isBusy} onClick={save}>
          {t('desk.settings.save')}
        </Button>
        {isChanged && (
          <Button type="link" onClick={() => setSettings(kept)}>
            {t('desk.settings.undo')}
          </Button>
        )}
      </p>
    </>
  )
}

const results = ['agreed', 'ended'] as const

function Allowances({ table, onChange }: { table: AllowanceTable; onChange: (table: AllowanceTable) => void }) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <table className="table table-small narrow-table">
        <caption className="unseen">{t('desk.settings.allowances')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.fields.grade')}</th>
            {results.map((result) => (
              <th key={result} scope="col">
                {t(`figures.settings.${result}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => (
            <tr key={grade}>
              <td data-name={t('desk.fields.grade')}>{t(`grades.${grade}`)}</td>
              {results.map((result) => (
                <td key={result} data-name={t(`figures.settings.${result}`)}>
                  <InputNumber
                    aria-label={`${t(`grades.${grade}`)} ${t(`figures.settings.${result}`)}`}
                    min={0}
                    max={100_000}
                    precision={0}
                    value={table[result][grade] / 100}
                    suffix={t('desk.settings.yuan')}
                    onChange={(yuan) => onChange({ ...table, [result]: { ...table[result], [grade]: Math.round((yuan ?? 0) * 100) } })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pair narrow-table">
        <Whole
          name={t('desk.settings.incompletePercent')}
          note={t('desk.settings.incompleteWords')}
          unit="%"
          value={table.incompletePercent}
          onChange={(incompletePercent) => onChange({ ...table, incompletePercent })}
        />
        <Whole
          name={t('desk.settings.sampleOneIn')}
          note={t('desk.settings.sampleWords')}
          unit={t('desk.settings.claims')}
          value={table.sampleOneIn}
          onChange={(sampleOneIn) => onChange({ ...table, sampleOneIn })}
        />
      </div>
    </>
  )
}

type WholeProps = {
  readonly name: string
  readonly note: string
  readonly unit: string
  readonly value: number
  readonly onChange: (value: number) => void
}

const Whole = ({ name, note, unit, value, onChange }: WholeProps) => (
  <div className="field">
    {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's own field is in it */}
    <label className="field">
      <span>{name}</span>
      <InputNumber min={0} max={100} precision={0} value={value} suffix={unit} onChange={(next) => onChange(next ?? 0)} />
    </label>
    <p className="soft">{note}</p>
  </div>
)

type TypesProps = { readonly chosen: Settings['types']; readonly onChange: (chosen: Settings['types']) => void }

function Types({ chosen, onChange }: TypesProps) {
  const { t } = useTranslation(['disputes', 'desk'])
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const options = nationalTypes.map((each) => ({ value: each.code, label: nameIn(each) }))
  const kinds = types
    .filter(({ parent }) => parent === null)
    .map((kind) => {
      const below = types.filter(({ parent }) => parent === kind.code)
      const lines = below.length > 0 ? below : [kind]
      return { kind, lines: lines.filter((each) => `${each.code} ${each.name} ${each.nameEn} ${kind.name}`.toLowerCase().includes(wanted)) }
    })
    .filter(({ lines }) => lines.length > 0)
  return (
    <>
      <search className="filters">
        <Input.Search
          className="filter-words"
          aria-label={t('desk.settings.search')}
          placeholder={t('desk.settings.search')}
          allowClear
          maxLength={30}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </search>
      <table className="table table-small narrow-table">
        <caption className="unseen">{t('figures.settings.types')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.settings.standard')}</th>
            <th scope="col">{t('figures.settings.national')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, lines }) => (
            <Fragment key={kind.code}>
              {lines.map((type) => (
                <tr key={type.code}>
                  <td data-name={t('figures.settings.standard')}>
                    <span>
                      <span className="soft unbroken">{type.code}</span> {nameIn(kind)}
                      {type !== kind && ` › ${nameIn(type)}`}
                    </span>
                  </td>
                  <td data-name={t('figures.settings.national')}>
                    <Select
                      className="filter-place"
                      aria-label={`${nameIn(kind)} ${nameIn(type)}`}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={chosen[type.code] ?? type.nationalType}
                      options={options}
                      onChange={(national) => onChange({ ...chosen, [type.code]: national })}
                    />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  )
}
