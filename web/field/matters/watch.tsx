/** An emergency on its page: ring first, whether the police were told, and who of those told has seen it. */
import { useTranslation } from 'react-i18next'
import { type Action, isOpen, type Matter } from '#modules/matters/matter.ts'
import type { Watch as Seen } from '#modules/matters/reply.ts'
import { Act } from '#web/ui/act.tsx'
import { useNow } from '#web/ui/deadline.tsx'
import { inWords } from '#web/ui/instants.ts'
import { seatWords } from '#web/ui/seat.ts'
import { Sign } from '#web/ui/status.tsx'
import { languageNow } from '#web/ui/words.ts'
import { Calls } from './danger.tsx'

type Props = {
  readonly matter: Matter
  readonly watch: readonly Seen[] | null
  readonly mayTell: boolean
  readonly onOpen: (action: Action) => void
}

export function Emergency({ matter, watch, mayTell, onOpen }: Props) {
  const { t } = useTranslation(['field', 'matters'])
  const now = useNow()
  const { policeToldAt } = matter
  return (
    <section className="danger danger-page" aria-label={t('matters:emergency')}>
      {isOpen(matter) && (
        <>
          <strong className="danger-title">{t('danger.title')}</strong>
          <Calls />
        </>
      )}
      {policeToldAt ? (
        <p>{t('danger.policeTold', { at: inWords(policeToldAt, now, languageNow()) })}</p>
      ) : (
        mayTell && (
          <>
            <p>{t(matter.seenBy ? 'danger.policeFirst' : 'danger.policeNot')}</p>
            <Act isBlock onAct={() => onOpen('tellPolice')}>
              {t('matters:actions.tellPolice')}
            </Act>
          </>
        )
      )}
      {watch && watch.length > 0 && <SeenBy watch={watch} />}
    </section>
  )
}

function SeenBy({ watch }: { watch: readonly Seen[] }) {
  const { t } = useTranslation(['field', 'app'])
  const now = useNow()
  const seen = watch.filter(({ seenAt }) => seenAt !== null).length
  return (
    <details className="watch">
      <summary>{t('danger.seen', { seen, all: watch.length })}</summary>
      <ul className="plain">
        {watch.map(({ role, place, placeName, names, seenAt, seenBy }) => (
          <li key={`${role}@${place}`}>
            <Sign shape={seenAt ? 'tick' : 'ring'} />
            <span>
              {seatWords({ role, department: role === 'department_officer' ? placeName : null }, placeName)}{' '}
              <span className="soft">
                {seenAt
                  ? t('danger.seenAt', { name: seenBy ?? names.join(t('app:comma')), at: inWords(seenAt, now, languageNow()) })
                  : t('danger.notSeen', { names: names.join(t('app:comma')) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
