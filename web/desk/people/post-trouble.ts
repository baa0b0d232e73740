import { useTranslation } from 'react-i18next'
import { roles } from '#modules/people/role.ts'
import { say } from '#web/ui/say.ts'
import { missingIn, type PostDraft } from './post-fields.tsx'

/** What is still wrong with a post, as a sentence. */
export function usePostTrouble() {
  const { t } = useTranslation('desk')
  return (draft: PostDraft): string | undefined => {
    const wrong = missingIn(draft)
    if (!wrong) return undefined
    if (wrong === 'level' && draft.role) return say({ refused: 'post.level', facts: { role: draft.role, level: roles[draft.role].level } })
    return t('missingField', { field: t(`post.${wrong}`) })
  }
}
