/** What was promised at a door and is not done: the one that was to be done first stands first. */
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '#modules/beats/reply.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Tag } from '#web/ui/status.tsx'
import type { Foreseen, Names } from './foreseen.ts'
import { useSendRecord } from './send.ts'
import { inDays, today, useForeseen } from './village-work.ts'

type Props = {
  readonly village: string
  readonly promises: readonly RecordRow[]
  readonly records: readonly Foreseen[]
  readonly names: Names
  /** Who works there now: what somebody promised who is gone or away is one's own to keep. */
  readonly there: readonly string[]
}

export function Promises({ village, promises, records, names, there }: Props) {
  const { t } = useTranslation('beats')
  const actor = useActor()
  const known = useForeseen(promises, names)
  const all = [...new Map([...known, ...records].map((row) => [row.record.id, row])).values()]
  const open = all
    .filter(({ record }) => record.village === village)
    .flatMap((row) => {
      const { facts, by, voided } = row.record
      const isOpen =
        facts.kind === 'visit' &&
        facts.promised !== null &&
        facts.keptOn === null &&
        voided === null &&
        (by === actor.id || !there.includes(by))
      return isOpen ? [{ row, facts }] : []
    })
    .sort((one, other) => ((one.facts.promisedBy ?? '9') < (other.facts.promisedBy ?? '9') ? -1 : 1))
  if (open.length === 0) return null
  return (
    <section className="section" aria-labelledby="promises">
      <h2 id="promises">{t('field.promises')}</h2>
      <ul className="cards cards-inside">
        {open.map(({ row, facts }) => (
          <li key={row.record.id} className="card">
            <p className="card-words">{facts.promised}</p>
            <p className="card-top">
              <span className="soft">
                {t('field.door', { lane: row.laneName ?? '', house: facts.house })}
                {row.record.by !== actor.id && t('field.promisedByOther', { name: row.byName })}
              </span>
              {facts.promisedBy && <Due by={facts.promisedBy} />}
            </p>
            <Keep row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Due({ by }: { by: string }) {
  const { t } = useTranslation('beats')
  const isPast = by < today()
  return (
    <Tag tone={isPast ? 'late' : 'soon'} shape={isPast ? 'alert' : 'clock'}>
      {t(isPast ? 'field.pastDay' : 'field.byDay', { day: inDays(by) })}
    </Tag>
  )
}

function Keep({ row: { record, villageName } }: { row: Foreseen }) {
  const { t } = useTranslation('beats')
  const send = useSendRecord()
  return (
    <div className="buttons">
      <Act onAct={() => void send(record.id, { do: 'keep', on: today() }, { kind: 'visit', village: villageName })}>{t('field.kept')}</Act>
    </div>
  )
}
