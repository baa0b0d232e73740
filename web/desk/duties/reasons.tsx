/** Reasons in words, one a line. */
import { useTranslation } from 'react-i18next'
import type { Day } from '#modules/kernel/ids.ts'
import { useDayWords } from '../disputes/due.tsx'
import type { Reason } from './why.ts'

export function useReasonWords() {
  const { t } = useTranslation('beats')
  const words = useDayWords()
  const span = (from: Day, to: Day) => (from === to ? words(from) : t('desk.duties.fromTo', { from: words(from), to: words(to) }))
  return (reason: Reason): string => {
    switch (reason.is) {
      case 'leave': {
        const { days: count, substitute: name } = reason
        const days = span(reason.from, reason.to)
        return name === null ? t('desk.duties.why.leave', { days, count }) : t('desk.duties.why.leaveWith', { days, count, name })
      }
      case 'insteadOf':
        return t('desk.duties.why.insteadOf', { name: reason.name, days: span(reason.from, reason.to) })
      case 'began':
      case 'ended':
        return t(`desk.duties.why.${reason.is}`, { day: words(reason.on) })
      case 'waiting':
        return t('desk.duties.why.waiting', { count: reason.count })
    }
  }
}

export function Reasons({ of }: { of: readonly Reason[] }) {
  const say = useReasonWords()
  return of.map((reason) => (
    <small key={JSON.stringify(reason)} className="soft">
      {say(reason)}
    </small>
  ))
}
