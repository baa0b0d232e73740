/** The promises: by when it is to be accepted and settled, or when silence closes it; what was promised beside what holds now. */
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Limits, Rung } from '#modules/categories/category.ts'
import type { Limit } from '#modules/kernel/calendar.ts'
import { holderOf, isOpen, type Matter } from '#modules/matters/matter.ts'
import type { MatterFile } from '#modules/matters/reply.ts'
import { rungOf } from '#modules/matters/rules/ladder.ts'
import { DateTime, Deadline } from '#web/ui/deadline.tsx'
import { Tag } from '#web/ui/status.tsx'
import { lengthWords } from '../../length.ts'

export function Clocks({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['matters', 'desk'])
  const { matter } = file.row
  if (!isOpen(matter) && !matter.silenceAt) return null
  return (
    <section className="panel">
      <h2>{t('desk:file.clocks')}</h2>
      <dl className="facts">
        {isOpen(matter) && (matter.pause ? <Stopped pause={matter.pause} /> : <Running matter={matter} />)}
        {matter.silenceAt && (
          <>
            <dt>{t('desk:file.silence')}</dt>
            <dd>
              <Deadline at={matter.silenceAt} />
              <small className="soft">{t('desk:file.silenceWords')}</small>
            </dd>
          </>
        )}
      </dl>
      {isOpen(matter) && <Changed file={file} />}
    </section>
  )
}

function Running({ matter }: { matter: Matter }) {
  const { t } = useTranslation(['matters', 'desk'])
  return (
    <>
      <dt>{t('clocks.accept')}</dt>
      <dd>
        {matter.acceptedAt ? (
          <Tag tone="good" shape="tick">
            {t('desk:file.accepted')}
          </Tag>
        ) : (
          <Deadline at={matter.acceptBy} />
        )}
        <small className="soft">
          <DateTime at={matter.acceptedAt ?? matter.acceptBy} />
        </small>
      </dd>
      <dt>{t('clocks.settle')}</dt>
      <dd>
        <Deadline at={matter.settleBy} />
        <small className="soft">
          <DateTime at={matter.settleBy} />
        </small>
      </dd>
    </>
  )
}

function Stopped({ pause }: { pause: NonNullable<Matter['pause']> }) {
  const { t } = useTranslation(['matters', 'desk'])
  const { minutes } = pause.settleLeft
  return (
    <>
      <dt>{t('clocks.settle')}</dt>
      <dd>
        {t('desk:file.stopped')}
        <small className="soft">
          {minutes > 0 ? t('desk:file.left', { length: lengthWords(pause.settleLeft) }) : t('desk:file.leftNothing')}
        </small>
      </dd>
    </>
  )
}

/** The limits that stood when the promise was made: those of the last step to a seat. */
function promisedIn(events: MatterFile['events']): Limits[Rung] | undefined {
  for (const event of events.toReversed()) {
    const step = event.type === 'granted' ? event.consequence : event
    if ('to' in step && 'acceptBy' in step) return step.limits
  }
  return undefined
}

const isSame = (one: Limit, other: Limit) => one.minutes === other.minutes && one.runs === other.runs

/** Where an administrator has changed the limits since: both, so that nobody takes the new rule for a broken promise. */
function Changed({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['matters', 'desk'])
  const promised = promisedIn(file.events)
  const now = file.around.category.limits[rungOf(holderOf(file.row.matter))]
  const differing = (['accept', 'settle'] as const).flatMap((what) =>
    promised && !isSame(promised[what], now[what]) ? [{ what, before: promised[what], since: now[what] }] : [],
  )
  if (differing.length === 0) return null
  return (
    <div className="changed">
      <p className="soft">{t('desk:file.changed')}</p>
      <dl className="facts">
        {differing.map(({ what, before, since }) => (
          <Fragment key={what}>
            <dt>{t(`clocks.${what}`)}</dt>
            <dd>
              {t('desk:file.promisedThen', { length: lengthWords(before) })}
              <small className="soft">{t('desk:file.promisedNow', { length: lengthWords(since) })}</small>
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}
