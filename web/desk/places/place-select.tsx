/** A place, by going down the tree or by typing a part of its name or code. */
import { TreeSelect } from 'antd'
import { useEffect, useState } from 'react'
import type { PlaceFile } from '#modules/places/wire.ts'
import { fetchPlaceFile, usePlaceName, usePlaceSearch, useRoots } from './place-file.ts'

type Node = { value: string; title: string; isLeaf: boolean; children?: Node[] }

const below = ({ below }: PlaceFile): Node[] =>
  below.map(({ code, name, children }) => ({ value: code, title: name, isLeaf: children === 0 }))

const withChildren = (nodes: Node[], code: string, children: Node[]): Node[] =>
  nodes.map((node) => {
    if (node.value === code) return { ...node, children }
    return code.startsWith(node.value) && node.children ? { ...node, children: withChildren(node.children, code, children) } : node
  })

type Props = {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
  readonly label: string
  readonly placeholder: string
  readonly className?: string
}

export function PlaceSelect({ id, value, onChange, label, placeholder, className = 'wide' }: Props) {
  const roots = useRoots()
  const [nodes, setNodes] = useState<Node[]>([])
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<readonly string[]>()
  const { data: hits } = usePlaceSearch(search)
  const name = usePlaceName(value)
  const from = roots.join()

  useEffect(() => {
    void Promise.all(
      from
        .split(',')
        .filter(Boolean)
        .map(async (code) => {
          const file = await fetchPlaceFile(code)
          return { value: code, title: file.place.name, isLeaf: file.below.length === 0, children: below(file) }
        }),
    )
      .then(setNodes)
      .catch(() => undefined) // the field's own search still works, and says what is wrong
  }, [from])

  const load = async (code: string) => {
    const file = await fetchPlaceFile(code)
    setNodes((now) => withChildren(now, code, below(file)))
  }

  const found = hits?.map(({ code, path }) => ({ value: code, title: path, isLeaf: true }))
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      aria-label={label}
      labelInValue
      allowClear
      showSearch={{ searchValue: search, onSearch: setSearch, filterTreeNode: false }}
      treeData={search.trim() ? (found ?? []) : nodes}
      loadData={({ value: code }) => load(String(code))}
      treeExpandedKeys={[...(opened ?? roots)]}
      onTreeExpand={(keys) => setOpened(keys.map(String))}
      // Nothing chosen is null: what is undefined the field would keep for itself.
      value={value ? { value, label: name } : (null as never)}
      onChange={(chosen?: { value: string; label: string }) => {
        setSearch('')
        onChange(chosen?.value)
      }}
      placeholder={placeholder}
      popupMatchSelectWidth={360}
      className={className}
    />
  )
}
