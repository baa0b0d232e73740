/** Kinds and what stands under them, as one tree to choose from: categories of matters, types of disputes. */
import { TreeSelect } from 'antd'
import { nameIn } from './matters/catalogue.ts'

export type Kind = { readonly code: string; readonly parent: string | null; readonly name: string; readonly nameEn: string }

type Shared = { readonly id?: string; readonly kinds: readonly Kind[] | undefined; readonly label: string; readonly placeholder: string }

const treeOf = (kinds: readonly Kind[], isKindChosen: boolean) =>
  kinds
    .filter(({ parent }) => parent === null)
    .map((kind) => {
      const below = kinds.filter(({ parent }) => parent === kind.code)
      return {
        value: kind.code,
        title: nameIn(kind),
        // A kind that nothing stands under is chosen itself.
        selectable: isKindChosen || below.length === 0,
        children: below.map((each) => ({ value: each.code, title: nameIn(each) })),
      }
    })

/** "邻里纠纷 › 其他": what stands under a kind often says too little alone. */
export function kindWords(kinds: readonly Kind[] | undefined, code: string): string {
  const found = kinds?.find((each) => each.code === code)
  const above = found?.parent ? kinds?.find((each) => each.code === found.parent) : undefined
  return found ? [above, found].flatMap((each) => (each ? [nameIn(each)] : [])).join(' › ') : code
}

/** Any number, on either level: a filter. */
export function KindFilter({ kinds, value, onChange, label, placeholder }: Shared & FilterProps) {
  return (
    <TreeSelect
      aria-label={label}
      treeCheckable
      showSearch={{ treeNodeFilterProp: 'title', filterTreeNode: true }}
      showCheckedStrategy="SHOW_PARENT"
      treeData={treeOf(kinds ?? [], true)}
      value={kinds ? [...value] : []}
      onChange={onChange}
      placeholder={placeholder}
      maxTagCount={0}
      maxTagPlaceholder={(left) => `${placeholder} (${left.length})`}
      popupMatchSelectWidth={280}
      allowClear
      className="filter"
    />
  )
}
type FilterProps = { readonly value: readonly string[]; readonly onChange: (codes: string[]) => void }

/** One, on the lower level. */
export function KindChoice({ id, kinds, value, isWhole = false, onChange, label, placeholder }: Shared & ChoiceProps) {
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={label}
      labelInValue
      showSearch={{ treeNodeFilterProp: 'title', filterTreeNode: true }}
      treeData={treeOf(kinds ?? [], false)}
      treeExpandAction="click"
      value={kinds && value ? { value, label: isWhole ? kindWords(kinds, value) : nameOf(kinds, value) } : undefined}
      onChange={(chosen?: { value: string; label: string }) => onChange(chosen?.value ?? '')}
      placeholder={placeholder}
      className="wide"
    />
  )
}
type ChoiceProps = {
  readonly value: string
  /** With its kind's name before it, once it is chosen. */
  readonly isWhole?: boolean
  readonly onChange: (code: string) => void
}

const nameOf = (kinds: readonly Kind[], code: string): string => {
  const found = kinds.find((each) => each.code === code)
  return found ? nameIn(found) : code
}
