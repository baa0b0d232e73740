import type { Application } from '#modules/matters/matter.ts'
import { wishWords } from '#modules/matters/telling.ts'
import { speech } from '#web/ui/sentence.ts'
import { useCategoryName } from './category-name.ts'

/** "延期 3 天", "挂起到 8月20日": what is applied for, with its measure. */
export function useWishWords() {
  const category = useCategoryName()
  return (wish: Pick<Application, 'kind' | 'days' | 'until' | 'category'>): string => wishWords(wish, speech({ category }))
}
