/** Categories and departments, and their names in the reader's language. */
import { useQuery } from '@tanstack/react-query'
import type { Catalogue } from '#modules/categories/category.ts'
import { get } from '#web/client/api.ts'
import { languageNow } from '#web/ui/words.ts'

export const useCatalogue = () =>
  useQuery({ queryKey: ['catalogue'], queryFn: ({ signal }) => get<Catalogue>('/catalogue', signal), staleTime: 3_600_000 })

type Named = { readonly name: string; readonly nameEn: string }

export const nameIn = ({ name, nameEn }: Named): string => (languageNow() === 'en' && nameEn ? nameEn : name)

/** Names by code: of categories on both levels, and of departments. */
export function useNames() {
  const { data } = useCatalogue()
  const named = (all: readonly (Named & { readonly code: string })[] | undefined, code: string) => {
    const found = all?.find((each) => each.code === code)
    return found && nameIn(found)
  }
  return {
    category: (code: string) => named(data?.categories, code),
    department: (code: string) => named(data?.departments, code),
  }
}
