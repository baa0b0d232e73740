/** A line for each village. Nothing in it is a rank: it stands in the order that was asked for. */
import { useTranslation } from 'react-i18next'
import type { VillageRow } from '#modules/beats/reply.ts'
import { Link } from '../../address.tsx'
import { Bar } from '../../bar.tsx'
import { useDayWords } from '../../disputes/due.tsx'
import { Heads } from '../../heads.tsx'
import { Seen } from '../seen.tsx'
import { Zero } from '../zero.tsx'
import { type Line, missed } from './list.ts'

const heads = ['village', 'officer', 'adviser', 'visited', 'duties', 'cases', 'petitions'] as const

/** `isCounted`: the duties have come too. */
export function VillageTable({ rows, isCounted }: { rows: readonly Line[]; isCounted: boolean }) {
  const { t } = useTranslation('beats')
  const head = (name: string) => t(`desk.villages.heads.${name}`)
  return (
    <div className="beat-list">
      <table className="table beat-villages">
        <caption className="unseen">{t('desk.title')}</caption>
        <thead>
          <tr>
            <Heads names={heads} say={head} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.village}>
              <td data-name={head('village')}>
                <Link to="/beats/$id" params={{ id: row.village }}>
                  {row.name}
                </Link>
                <small className="soft">{row.townName}</small>
              </td>
              <td data-name={head('officer')}>
                <Workers of={row.officers} work={row.work.officer} />
              </td>
              <td data-name={head('adviser')}>
                <Workers of={row.advisers} work={row.work.adviser} />
              </td>
              <td data-name={head('visited')}>
                <span className="bar-line">
                  <Bar part={row.visited} of={row.households} />
                  <Seen visited={row.visited} households={row.households} />
                </span>
              </td>
              <td data-name={head('duties')}>{isCounted ? <Duties of={row} /> : '…'}</td>
              <td data-name={head('cases')}>
                <Zero kind="cases" of={row.zero.cases} />
              </td>
              <td data-name={head('petitions')}>
                <Zero kind="petitions" of={row.zero.petitions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who sits there, when somebody in that seat was last there, and what they promised and have not done in time. */
function Workers({ of, work: { lastDay, late } }: { of: VillageRow['officers']; work: VillageRow['work']['officer'] }) {
  const { t } = useTranslation(['beats', 'app'])
  const words = useDayWords()
  const names = of.map(({ name, awayUntil, insteadOf }) =>
    awayUntil
      ? t('desk.villages.away', { name, day: words(awayUntil) })
      : insteadOf
        ? t('desk.villages.standIn', { name, of: insteadOf })
        : name,
  )
  return (
    <>
      {of.length === 0 ? <span className="tone-soon">{t('desk.villages.vacant')}</span> : names.join(t('app:comma'))}
      <small className="soft">{lastDay ? t('desk.villages.there', { day: words(lastDay) }) : t('desk.villages.never')}</small>
      {late > 0 && <small className="tone-late">{t('desk.villages.late', { count: late })}</small>}
    </>
  )
}

function Duties({ of }: { of: Line }) {
  const { t } = useTranslation('beats')
  const { due, met } = of.duties
  if (due === 0) return <span className="soft">{t('desk.villages.nothingDue')}</span>
  return (
    <Link to="/beats/$id/duties" params={{ id: of.village }} className="unbroken">
      {missed(of) === 0 ? t('desk.villages.allMet', { count: due }) : t('desk.villages.met', { due, met })}
    </Link>
  )
}
