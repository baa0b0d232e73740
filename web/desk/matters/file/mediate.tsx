/** A matter that a mediation committee can take, in one step; or that one has, and in which file. */
import { useTranslation } from 'react-i18next'
import type { MatterFile } from '#modules/matters/reply.ts'
import { whyNotMediate } from '#modules/matters/rules/mediation.ts'
import { useActor, useMe } from '#web/client/session.ts'
import { inWords } from '#web/ui/instants.ts'
import { languageNow } from '#web/ui/words.ts'
import { Link } from '../../address.tsx'
import { opensFiles, readsFiles } from '../../disputes/sections.tsx'
import { StandingLine } from '../../standing-line.tsx'

export function Mediate({ file }: { file: MatterFile }) {
  const { t } = useTranslation('matters')
  const actor = useActor()
  const me = useMe()
  const { matter } = file.row
  if (!opensFiles(me) || whyNotMediate(matter, actor)) return null
  return (
    <Link to="/disputes/new" search={{ matter: matter.id }} className="button">
      {t('actions.mediate')}
    </Link>
  )
}

export function Mediated({ file }: { file: MatterFile }) {
  const { t } = useTranslation('disputes')
  const me = useMe()
  const { disputeId, pause } = file.row.matter
  const told = file.events.findLast(({ type }) => type === 'mediated')
  if (!disputeId || !told || !('number' in told)) return null
  const number = String(told.number)
  return (
    <StandingLine tone="busy" shape="half" title={t('desk.standing.mediated', { number })}>
      {pause?.until && <p>{t('desk.standing.mediatedWords', { at: inWords(pause.until, new Date().toISOString(), languageNow()) })}</p>}
      {readsFiles(me) && (
        <p>
          <Link to="/disputes/$id" params={{ id: disputeId }}>
            {t('desk.open')}
          </Link>
        </p>
      )}
    </StandingLine>
  )
}
