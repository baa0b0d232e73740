/** What was reported of a year, as the server tells it. */
import type { StandingKind } from '#modules/beats/beat.ts'
import type { ReportTable } from '#modules/beats/reply.ts'
import { asked, get } from '#web/client/api.ts'

export const reportsAsked = (kind: StandingKind, year: string) => ({
  queryKey: ['beats', 'reports', kind, year],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<ReportTable>(`/beats/reports${asked({ kind, year })}`, signal),
})
