import type { Category } from '#modules/categories/category.ts'
import { languageNow } from '#web/ui/words.ts'
import { useCatalogue } from './queue.ts'

type Named = { readonly name: string; readonly nameEn: string }

/** The name of a category or department in the reader's language. */
export const nameIn = ({ name, nameEn }: Named): string => (languageNow() === 'en' && nameEn ? nameEn : name)

/** How a resident would ask it: "路灯不亮、路面坏了". */
export const askIn = ({ ask, askEn }: Category): string => (languageNow() === 'en' ? (askEn ?? ask ?? '') : (ask ?? ''))

/** Names of categories by code; the code itself until the catalogue is here. */
export function useCategoryName() {
  const { data } = useCatalogue()
  return (code: string): string => {
    const found = data?.categories.find((each) => each.code === code)
    return found ? nameIn(found) : code
  }
}
