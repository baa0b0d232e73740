/** Kinds and what stands under them, as one tree to choose from. */
import { TreeSelect } from 'antd'
import type { Category } from '#modules/categories/category.ts'
import { nameIn, useCatalogue } from './catalogue.ts'

const treeOf = (categories: readonly Category[], isKindChosen: boolean) =>
  categories
    .filter(({ parent }) => parent === null)
    .map((kind) => ({
      value: kind.code,
      title: nameIn(kind),
      selectable: isKindChosen,
      children: categories.filter(({ parent }) => parent === kind.code).map((each) => ({ value: each.code, title: nameIn(each) })),
    }))

type Shared = { readonly id?: string; readonly label: string; readonly placeholder: string }

/** Any number, on either level: a filter. */
export function CategoryFilter({
  value,
  onChange,
  label,
  placeholder,
}: Shared & { value: readonly string[]; onChange: (codes: string[]) => void }) {
  const { data } = useCatalogue()
  return (
    <TreeSelect
      aria-label={label}
      treeCheckable
      showSearch={{ treeNodeFilterProp: 'title', filterTreeNode: true }}
      showCheckedStrategy="SHOW_PARENT"
      treeData={treeOf(data?.categories ?? [], true)}
      value={data ? [...value] : []}
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

/** One, on the lower level: what a report is about. */
export function CategoryChoice({ id, value, onChange, label, placeholder }: Shared & { value: string; onChange: (code: string) => void }) {
  const { data } = useCatalogue()
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={label}
      showSearch={{ treeNodeFilterProp: 'title', filterTreeNode: true }}
      treeData={treeOf(data?.categories ?? [], false)}
      treeExpandAction="click"
      value={(data && value) || undefined}
      onChange={(code) => onChange(code ?? '')}
      placeholder={placeholder}
      className="wide"
    />
  )
}
