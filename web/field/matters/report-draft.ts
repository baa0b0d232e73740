/** What the report form holds while it is being written; kept on the phone as it is typed. */
import type { Report } from '#modules/matters/wire.ts'

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
