/** A line for each person, a column for each duty. What was missed opens below its line: how much, and what is known of why. */
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Duty } from '#modules/duties/duty.ts'
import type { Standing } from '#modules/duties/reply.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { Sign } from '#web/ui/status.tsx'
import { Link } from '../address.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { type How, howOf } from './behind.ts'
import { Reasons, useReasonWords } from './reasons.tsx'
import { reasonsOf } from './why.ts'

type Span = { readonly days: number; readonly from: Day; readonly to: Day }
type Props = { readonly rows: readonly Standing[]; readonly duties: readonly Duty[]; readonly span: Span }

const keyOf = ({ person, place, since }: Standing) => `${person}${place}${since}`

export function Matrix({ rows, duties, span }: Props) {
  const { t } = useTranslation('beats')
  const [open, setOpen] = useState<string>()
  return (
    <div className="scrolled">
      <table className="table table-small duty-matrix">
        <caption className="unseen">{t('desk.sections.duties')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.duties.who')}</th>
            {duties.map((duty) => (
              <th key={duty.code} scope="col">
                {nameIn(duty)}
              </th>
            ))}
            <th scope="col">{t('desk.duties.questions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = keyOf(row)
            const opened = duties.find(({ code }) => open === `${key} ${code}`)
            return (
              <Fragment key={key}>
                <tr>
                  <td data-name={t('desk.duties.who')}>
                    <Who of={row} span={span} />
                  </td>
                  {duties.map((duty) => (
                    <td key={duty.code} data-name={nameIn(duty)}>
                      <Cell
                        how={howIn(row, duty)}
                        isOpen={duty === opened}
                        onOpen={(isOpen) => setOpen(isOpen ? `${key} ${duty.code}` : undefined)}
                      />
                    </td>
                  ))}
                  <td data-name={t('desk.duties.questions')}>
                    {row.questions.length > 0 ? t('desk.duties.asks', { count: row.questions.length }) : <span className="soft">—</span>}
                  </td>
                </tr>
                {opened && (
                  <tr className="duty-why">
                    <td colSpan={duties.length + 2}>
                      <Why of={row} duty={opened} span={span} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const stateIn = ({ states }: Standing, { code }: Duty) => states.find((state) => state.duty === code)
const howIn = (row: Standing, duty: Duty): How => howOf(duty, stateIn(row, duty))

function Who({ of, span }: { of: Standing; span: Span }) {
  const { name, place, placeName, states } = of
  return (
    <>
      <Link to="/beats/$id/duties" params={{ id: place }} search={{ days: String(span.days) }}>
        {name}
      </Link>{' '}
      <span className="soft">{placeName}</span>
      <Reasons of={reasonsOf(of, states, span)} />
    </>
  )
}

/** "12/13": of the windows that are over and asked for something, how many were met. */
function Cell({ how, isOpen, onOpen }: { how: How; isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  const { t } = useTranslation('beats')
  if (how.is === 'notOwed') return <span className="soft">—</span>
  if (how.is === 'nothingDue') return <span className="soft">{t('desk.duties.nothingDue')}</span>
  const words = how.is === 'standing' ? t(how.isMet ? 'desk.duties.there' : 'desk.duties.notThere') : t('desk.duties.metOf', how)
  return how.isMet ? (
    <span className="duty-met">
      <Sign shape="tick" /> {words}
    </span>
  ) : (
    <button type="button" className="duty-missed" aria-expanded={isOpen} title={t('desk.duties.why.ask')} onClick={() => onOpen(!isOpen)}>
      <Sign shape="alert" /> <span>{words}</span>
    </button>
  )
}

function Why({ of, duty, span }: { of: Standing; duty: Duty; span: Span }) {
  const { t } = useTranslation('beats')
  const say = useReasonWords()
  const state = stateIn(of, duty)
  const how = howIn(of, duty)
  const reasons = reasonsOf(of, state ? [state] : [], span)
  return (
    <div role="status">
      <p>
        <strong>
          {of.name} {nameIn(duty)}
        </strong>{' '}
        {how.is === 'windows'
          ? t('desk.duties.why.short', { due: how.due, met: how.met, count: how.due - how.met })
          : t('desk.duties.notThere')}
      </p>
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={JSON.stringify(reason)}>
              {say(reason)}
              {reason.is === 'leave' && duty.cutBy.includes('leave') && t('desk.duties.why.leaveCut')}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('desk.duties.why.unknown')}</p>
      )}
      <Link to="/beats/$id/duties" params={{ id: of.place }} search={{ days: String(span.days) }}>
        {t('desk.duties.why.which')}
      </Link>
    </div>
  )
}
