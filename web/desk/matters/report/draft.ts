/** A report while it is being written. Its ids are minted with it, so that sending it twice files it once. */
import type { Report } from '#modules/matters/wire.ts'
import { mint } from '#web/client/api.ts'

export type Draft = {
  readonly id: string
  readonly commandId: string
  readonly source: Report['source']
  readonly contactName: string
  readonly contactPhone: string
  readonly place: string
  readonly category: string
  readonly words: string
  readonly photos: readonly string[]
  readonly isSettled: boolean
  readonly outcome: string
}

export const blankDraft = (): Draft => ({
  id: mint(),
  commandId: mint(),
  source: 'phone',
  contactName: '',
  contactPhone: '',
  place: '',
  category: '',
  words: '',
  photos: [],
  isSettled: false,
  outcome: '',
})

export function missing({ place, category, words, isSettled, outcome }: Draft): 'place' | 'category' | 'words' | 'outcome' | undefined {
  if (!place) return 'place'
  if (!category) return 'category'
  if (!words.trim()) return 'words'
  return isSettled && !outcome.trim() ? 'outcome' : undefined
}

/** As it crosses the network; what is empty is left out. */
export function reportOf(draft: Draft): object {
  const { id, commandId, source, place, category, photos } = draft
  const name = draft.contactName.trim()
  const phone = draft.contactPhone.trim()
  const hasContact = source !== 'staff' && (name || phone)
  return {
    id,
    commandId,
    source,
    place,
    category,
    words: draft.words.trim(),
    ...(photos.length > 0 ? { photos } : {}),
    ...(hasContact ? { contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(draft.isSettled ? { outcome: draft.outcome.trim() } : {}),
  }
}
