/** Days that were planned: done, or not. A plan in the past is asked about, not marked late. */
import { useTranslation } from 'react-i18next'
import { whyNot } from '#modules/beats/rules/decide.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import type { Foreseen } from './foreseen.ts'
import { useSendRecord } from './send.ts'
import { inDays, today } from './village-work.ts'

export function PlannedDays({ records }: { records: readonly Foreseen[] }) {
  const { t } = useTranslation('beats')
  const planned = records
    .filter(({ record: { facts, voided } }) => facts.kind === 'day' && facts.state === 'planned' && voided === null)
    .sort((one, other) => (one.record.on < other.record.on ? -1 : 1))
  if (planned.length === 0) return null
  return (
    <section className="section" aria-labelledby="planned">
      <h2 id="planned">{t('field.planned')}</h2>
      <ul className="cards cards-inside">
        {planned.map((row) => (
          <Planned key={row.record.id} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Planned({ row: { record, villageName } }: { row: Foreseen }) {
  const { t } = useTranslation('beats')
  const actor = useActor()
  const send = useSendRecord()
  const finish = (state: 'done' | 'cancelled') => void send(record.id, { do: 'finish', state }, { kind: 'day', village: villageName })
  const why = whyNot(record, 'finish', actor, new Date().toISOString())
  const isAhead = record.on > today()
  return (
    <li className="card">
      <strong>{inDays(record.on)}</strong>
      {record.facts.kind === 'day' && record.facts.plan && <p className="card-words">{record.facts.plan}</p>}
      <div className="buttons">
        {!isAhead && (
          <Act why={why} explain="tap" onAct={() => finish('done')}>
            {t('field.finish.done')}
          </Act>
        )}
        <Act kind="quiet" why={why} explain="tap" onAct={() => finish('cancelled')}>
          {t('field.finish.cancelled')}
        </Act>
      </div>
    </li>
  )
}
