/** The categories of matters, to narrow a list by or to choose from. */
import { KindChoice, KindFilter } from '../kind-select.tsx'
import { useCatalogue } from './catalogue.ts'

type Shared = { readonly id?: string; readonly label: string; readonly placeholder: string }

export function CategoryFilter(props: Shared & { value: readonly string[]; onChange: (codes: string[]) => void }) {
  const { data } = useCatalogue()
  return <KindFilter kinds={data?.categories} {...props} />
}

/** What a report is about. */
export function CategoryChoice(props: Shared & { value: string; onChange: (code: string) => void }) {
  const { data } = useCatalogue()
  return <KindChoice kinds={data?.categories} {...props} />
}
