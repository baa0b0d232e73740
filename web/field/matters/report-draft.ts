/** What the report form holds while it is being written; kept on the phone as it is typed. */
import { useNavigate } from '@tanstack/react-router'
import type { Report } from '#modules/matters/wire.ts'
import { discard } from '#web/client/outbox.ts'
import type { Entry } from '#web/client/outbox-rules.ts'
import { changeEntry, dropDraft, dropPhoto, findDraft, saveDraft } from '#web/client/outbox-store.ts'
import { useMe } from '#web/client/session.ts'

export const draftName = 'report'

export type ReportDraft = {
  readonly kind: string
  readonly category: string
  readonly place: string
  readonly placeName: string
  readonly words: string
  readonly photos: readonly string[]
  readonly source: Report['source']
  readonly contactName: string
  readonly contactPhone: string
  readonly isSettled: boolean
  readonly outcome: string
  readonly point: { readonly latitude: number; readonly longitude: number } | null
}

export const blankDraft = (): ReportDraft => ({
  kind: '',
  category: '',
  place: '',
  placeName: '',
  words: '',
  photos: [],
  source: 'staff',
  contactName: '',
  contactPhone: '',
  isSettled: false,
  outcome: '',
  point: null,
})

/** A refused report goes back into the form, photos and all, and out of the outbox. */
export function useReportAnew() {
  const { id: person } = useMe()
  const navigate = useNavigate()
  return async (entry: Entry) => {
    const replaced = await findDraft<ReportDraft>(person, draftName)
    for (const photo of replaced?.photos ?? []) await dropPhoto(photo)
    await dropDraft(person, draftName)
    await saveDraft(person, draftName, entry.form)
    await changeEntry(entry.id, (each) => ({ ...each, photos: [] }))
    await discard(entry.id)
    await navigate({ to: '/report' })
  }
}
