import type { Category } from '#modules/categories/category.ts'
import { languageNow } from '#web/ui/words.ts'

type Named = { readonly name: string; readonly nameEn: string }

/** The name of a category or department in the reader's language. */
export const nameIn = ({ name, nameEn }: Named): string => (languageNow() === 'en' && nameEn ? nameEn : name)

/** How a resident would ask it: "路灯不亮、路面坏了". */
export const askIn = ({ ask, askEn }: Category): string => (languageNow() === 'en' ? (askEn ?? ask ?? '') : (ask ?? ''))
