/** Over how many days back duties are looked at, as the address says. */
import { dayOf, daysAfter } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { useNow } from '#web/ui/deadline.tsx'

export const spans = [30, 90, 180, 365] as const
const usual = 90

export function useSpan(days: string | undefined): { readonly days: number; readonly from: Day; readonly to: Day } {
  const to = dayOf(useNow())
  const chosen = spans.find((each) => String(each) === days) ?? usual
  return { days: chosen, from: daysAfter(to, -chosen), to }
}
