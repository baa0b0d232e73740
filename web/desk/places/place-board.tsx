/** A lane's notice board: whether it still tells the truth, when it was printed, and the way to print it. */
import { useTranslation } from 'react-i18next'
import type { PlaceFile } from '#modules/places/wire.ts'
import { asked } from '#web/client/api.ts'
import { Tag } from '#web/ui/status.tsx'
import { useMayPrint } from './boards.ts'

export function PlaceBoard({ lane, board }: { lane: string; board: PlaceFile['board'] }) {
  const { t } = useTranslation(['places', 'desk'])
  const mayPrint = useMayPrint()
  return (
    <p className="inline">
      <span>
        {t('board')}
        {t('desk:colon')}
      </span>
      {board?.staleSince && board.why ? (
        <Tag tone="soon" shape="alert">
          {t('boards.stale', { why: t(`boards.why.${board.why}`), since: board.staleSince })}
        </Tag>
      ) : null}
      <span className="soft">{board?.issued ? t('boards.issued', { day: board.issued }) : t('boards.unrecorded')}</span>
      {mayPrint && (
        <a href={`/api/boards/print${asked({ lanes: lane })}`} target="_blank" rel="noreferrer">
          {t('boards.printThis')}
        </a>
      )}
    </p>
  )
}
