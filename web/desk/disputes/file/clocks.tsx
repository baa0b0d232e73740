/** What has a day: to settle by, a measure to be recorded, promises, the way to the court, a visit. */

import { useTranslation } from 'react-i18next'
import { isOpen } from '#modules/disputes/dispute.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { courtUntil } from '#modules/disputes/rules/procedure.ts'
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import { DateTime, Deadline, useNow } from '#web/ui/deadline.tsx'
import { Fact } from '../../fact.tsx'
import { DueOn, On } from '../due.tsx'

export function Clocks({ file }: { file: DisputeFile }) {
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const { dispute } = file
  const { agreement, settleBy, preventBy, confirmation, revisits, status } = dispute
  const isKept = status === 'performing' || status === 'performed'
  const court = isKept && agreement?.form === 'written' && !confirmation ? courtUntil(dispute, file.around.local) : null
  const due = isKept ? agreement?.terms.filter(({ state }) => state === 'due').sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1)) : []
  const visit = isKept && agreement?.effectiveOn && revisits.length === 0 ? daysAfter(agreement.effectiveOn, 15) : null
  const lines = [
    preventBy && (
      <Fact key="prevent" name={t('desk.clocks.prevent')}>
        <Deadline at={preventBy} />
        <small className="soft">
          <DateTime at={preventBy} />
        </small>
      </Fact>
    ),
    isOpen(dispute) && settleBy && (
      <Fact key="settle" name={t('desk.clocks.settle')}>
        <On day={settleBy} /> <DueOn day={settleBy} />
        {dispute.isExtended && <small className="soft">{t('desk.clocks.extended')}</small>}
      </Fact>
    ),
    due?.[0] && (
      <Fact key="term" name={t('desk.clocks.term')}>
        <On day={due[0].dueOn} /> <DueOn day={due[0].dueOn} />
        {due.length > 1 && <small className="soft">{t('desk.clocks.moreTerms', { count: due.length - 1 })}</small>}
      </Fact>
    ),
    court && court >= today && (
      <Fact key="court" name={t('desk.clocks.court')}>
        <On day={court} /> <DueOn day={court} />
        <small className="soft">{t('desk.clocks.courtWords')}</small>
      </Fact>
    ),
    visit && (
      <Fact key="visit" name={t('desk.clocks.visit')}>
        <On day={visit} /> <DueOn day={visit} />
      </Fact>
    ),
  ].filter(Boolean)
  if (lines.length === 0) return null
  return (
    <section className="panel">
      <h2>{t('desk.clocks.title')}</h2>
      <dl className="facts">{lines}</dl>
    </section>
  )
}
