/** Who it is with, and who stands on its ladder. */
import { useTranslation } from 'react-i18next'
import { holderOf, isOpen } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { type Seat, sameSeat } from '#modules/people/actor.ts'
import { Tag } from '#web/ui/status.tsx'
import { ladderSeats } from './seats.ts'

export function People({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['matters', 'people', 'desk', 'app'])
  const { matter, workerName } = file.row
  const holder = holderOf(matter)
  const isHolder = (seat: FilledSeat) => sameSeat(seat as unknown as Seat, holder)
  const ladder = ladderSeats(file)
  const seats = ladder.some(isHolder) ? ladder : [...ladder, ...file.around.filled.filter(isHolder)]
  const isHeld = isOpen(matter)
  return (
    <section className="panel">
      <h2>{t('desk:file.people')}</h2>
      {workerName && (
        <p>
          {t('fields.worker')}
          {t('desk:colon')}
          <strong>{workerName}</strong>
        </p>
      )}
      <ol className="ladder">
        {seats.map((seat) => (
          <li key={`${seat.role}${seat.place}${seat.department}`} aria-current={isHolder(seat) && isHeld ? 'step' : undefined}>
            <strong>{seat.department ? seat.placeName : t(`people:roles.${seat.role}`)}</strong>
            <span className="soft">
              {!seat.department && `${seat.placeName} `}
              {seat.names.join(t('app:comma'))}
            </span>
            {isHolder(seat) && isHeld && (
              <Tag tone="busy" shape="half">
                {t('desk:file.here')}
              </Tag>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
