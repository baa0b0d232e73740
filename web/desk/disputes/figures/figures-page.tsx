/** 年度统计: the yearly form of the national statistics of people's mediation, as it goes to the judicial office, and as a spreadsheet. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Figure, Form, Line } from '#modules/disputes/figures/form.ts'
import type { Figures } from '#modules/disputes/figures/wire.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { asked, get } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { useAsked, useGo } from '../../address.tsx'
import { Take } from '../../list/take.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Sections } from '../sections.tsx'

export function FiguresPage() {
  const { t } = useTranslation('disputes')
  return useMay('dispute.count') ? <YearlyForm /> : <NotYours title={t('figures.title')} />
}

/** How many years back can be asked for. */
const yearsBack = 10

function YearlyForm() {
  const { t } = useTranslation('disputes')
  const thisYear = Number(dayOf(useNow()).slice(0, 4))
  const { year = String(thisYear), place, of } = useAsked('/disputes/figures')
  const go = useGo()
  const question = asked({ year, place, of })
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'figures', year, place ?? '', of ?? ''],
    queryFn: ({ signal }) => get<Figures>(`/disputes/figures${question}`, signal),
  })
  const change = (part: { year?: string; place?: string; of?: string }) =>
    go({ to: '/disputes/figures', search: { year, ...(place ? { place } : {}), ...(of ? { of } : {}), ...part }, replace: true })
  return (
    <Page
      isWide
      title={t('desk.title')}
      aside={
        <Take path={`/disputes/figures/sheet${question}`} name={`mediation-${year}.xlsx`} words={t('figures.download')} isEmpty={!data} />
      }
    >
      <Sections />
      <search className="filters">
        <Select
          className="filter"
          aria-label={t('figures.year')}
          value={year}
          options={Array.from({ length: yearsBack }, (_, back) => String(thisYear - back)).map((each) => ({
            value: each,
            label: t('desk.figures.yearOf', { year: each }),
          }))}
          onChange={(chosen: string) => change({ year: chosen })}
        />
        {data && data.choices.length > 1 && (
          <Select
            className="filter filter-place"
            aria-label={t('figures.place')}
            showSearch={{ optionFilterProp: 'label' }}
            value={`${data.place} ${data.of}`}
            options={data.choices.map((choice) => ({
              value: `${choice.place} ${choice.of}`,
              label: choice.of === 'committee' ? t('desk.figures.committeeOf', { name: choice.name }) : choice.name,
            }))}
            onChange={(chosen: string) => {
              const [chosenPlace = '', chosenOf = ''] = chosen.split(' ')
              change({ place: chosenPlace, of: chosenOf })
            }}
          />
        )}
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={10} />}
      {data && (data.total.disputes === 0 ? <Empty title={t('figures.nothing', { year: data.year })} /> : <Shown of={data} />)}
    </Page>
  )
}

function Shown({ of }: { of: Figures }) {
  const { t } = useTranslation('disputes')
  return (
    <>
      <h2>{t(of.of === 'committee' ? 'figures.titleOwn' : 'figures.titleAll', { year: of.year, place: of.placeName })}</h2>
      <Types of={of} />
      <div className="figures-side">
        <Counted name="sources" rows={of.sources} say={(code) => t(`sources.${code}`)} />
        <Counted name="results" rows={of.results} say={(code) => t(`figures.outcomes.${code}`)} />
        <Counted name="agreements" rows={of.agreements} say={(code) => t(`figures.forms.${code}`)} />
        <Counted name="kinds" rows={of.committees} say={(code) => t(`figures.committees.${code}`)} />
      </div>
      {of.of === 'all' && <p className="soft">{t('figures.note')}</p>}
    </>
  )
}

const heads = ['disputes', 'succeeded', 'difficult', 'involved', 'amount'] as const

function Types({ of }: { of: Figures }) {
  const { t } = useTranslation('disputes')
  return (
    <div className="scrolled">
      <table className="table table-small figures-table">
        <caption className="unseen">{t('figures.type')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figures.type')}</th>
            {heads.map((name) => (
              <th key={name} scope="col" className="number">
                {t(`figures.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.types.map(({ code, name, ...line }) => (
            <Row key={code} name={name} line={line} />
          ))}
          <Row name={t('figures.total')} line={of.total} isTotal />
        </tbody>
      </table>
    </div>
  )
}

function Row({ name, line, isTotal = false }: { name: string; line: Line; isTotal?: boolean }) {
  const { t } = useTranslation('disputes')
  const cells: readonly (readonly [head: string, figure: Figure, isMoney?: boolean])[] = [
    ['disputes', line.disputes],
    ['succeeded', line.succeeded],
    ['difficult', line.difficult],
    ['involved', line.involved],
    ['amount', line.fen, true],
  ]
  return (
    <tr className={isTotal ? 'total' : undefined}>
      <th scope="row">{name}</th>
      {cells.map(([head, figure, isMoney]) => (
        <td key={head} data-name={t(`figures.${head}`)} className="number">
          <Cell of={figure} isMoney={isMoney ?? false} />
        </td>
      ))}
    </tr>
  )
}

type CountedProps = { readonly name: string; readonly rows: Form['sources']; readonly say: (code: string) => string }

function Counted({ name, rows, say }: CountedProps) {
  const { t } = useTranslation('disputes')
  return (
    <section className="panel">
      <h3>{t(`figures.${name}`)}</h3>
      <dl className="counted">
        {rows.map(({ code, disputes }) => (
          <div key={code}>
            <dt>{say(code)}</dt>
            <dd>
              <Cell of={disputes} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Fen in one 万元. */
const tenThousandYuan = 1_000_000

/** A number; "<5" where it is too small to show, and why nothing is shown where a small one could be worked out from it. */
function Cell({ of, isMoney = false }: { of: Figure; isMoney?: boolean }) {
  const { t } = useTranslation('disputes')
  if (typeof of === 'string') return <span className={of === 'withheld' ? 'soft' : undefined}>{t(`figures.marks.${of}`)}</span>
  if (of === 0) return <span className="soft">0</span>
  const shown = isMoney ? of / tenThousandYuan : of
  return shown.toLocaleString('en', { maximumFractionDigits: 2 })
}
