/** 走访覆盖: lane by lane, how many of the households were seen in a year. The lanes never seen stand out, not the busiest. */
import { useTranslation } from 'react-i18next'
import type { VillageFile } from '#modules/beats/reply.ts'
import { Tag } from '#web/ui/status.tsx'
import { Bar } from '../../bar.tsx'
import { On } from '../../disputes/due.tsx'
import { Heads } from '../../heads.tsx'
import { Seen } from '../seen.tsx'

const heads = ['lane', 'households', 'lastOn'] as const

export function Coverage({ of: { lanes } }: { of: VillageFile }) {
  const { t } = useTranslation('beats')
  const head = (name: string) => t(`desk.village.heads.${name}`)
  const all = lanes.reduce((sum, { households }) => sum + (households ?? 0), 0)
  const seen = lanes.reduce((sum, { visited }) => sum + visited, 0)
  const never = lanes.filter(({ visited }) => visited === 0).length
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{t('desk.village.coverage')}</h2>
        <span className="soft">
          {t(seen > all ? 'desk.village.coveredMore' : 'desk.village.covered', { seen, all })}{' '}
          {never > 0 && t('desk.village.neverSeen', { count: never })}
        </span>
      </header>
      {lanes.length === 0 ? (
        <p className="soft">{t('desk.village.noLanes')}</p>
      ) : (
        <table className="table table-small">
          <caption className="unseen">{t('desk.village.coverage')}</caption>
          <thead>
            <tr>
              <Heads names={heads} say={head} />
            </tr>
          </thead>
          <tbody>
            {lanes.map(({ lane, name, households, visited, lastOn }) => (
              <tr key={lane}>
                <td data-name={head('lane')}>{name}</td>
                <td data-name={head('households')}>
                  <span className="bar-line">
                    <Bar part={visited} of={households ?? 0} />
                    {households === null ? (
                      <span className="unbroken">{t('desk.village.unknownHouseholds', { visited })}</span>
                    ) : (
                      <Seen visited={visited} households={households} />
                    )}
                  </span>
                </td>
                <td data-name={head('lastOn')}>
                  {lastOn ? (
                    <On day={lastOn} />
                  ) : (
                    <Tag tone="soon" shape="ring">
                      {t('desk.village.laneNever')}
                    </Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
