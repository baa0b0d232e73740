/** What was refused goes back into its form, photos and all, and out of the outbox. */
import { useRouter } from '@tanstack/react-router'
import { takeBack } from '#web/client/outbox.ts'
import type { Entry, Form } from '#web/client/outbox-rules.ts'
import { dropDraft, dropPhoto, findDraft, saveDraft } from '#web/client/outbox-store.ts'
import { useMe } from '#web/client/session.ts'

export function useCorrect() {
  const { id: person } = useMe()
  const router = useRouter()
  return async (entry: Entry, { draft, value, page }: Form) => {
    const replaced = await findDraft<{ readonly photos?: readonly string[] }>(person, draft)
    for (const photo of replaced?.photos ?? []) if (!entry.photos.includes(photo)) await dropPhoto(photo)
    await dropDraft(person, draft)
    await saveDraft(person, draft, value)
    await takeBack(entry.id)
    router.history.push(`/field${page}`)
  }
}
