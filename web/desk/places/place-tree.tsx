/** County, town, village, grid, lane: each level is fetched when it is opened. */

import { useQuery } from '@tanstack/react-query'
import { Tree, type TreeDataNode } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { pathOf } from '#modules/places/place.ts'
import type { PlaceNode } from '#modules/places/wire.ts'
import { Loading } from '#web/ui/states.tsx'
import { Trouble } from '../trouble.tsx'
import { fetchPlaceFile, useRoots } from './place-file.ts'

type Below = ReadonlyMap<string, readonly PlaceNode[]>

export function PlaceTree({ chosen, onChoose }: { chosen: string; onChoose: (code: string) => void }) {
  const roots = useRoots()
  const [added, setAdded] = useState<Below>(new Map())
  const [opened, setOpened] = useState<readonly string[]>()
  // The way down to the chosen place, so that a link opens the tree where it points.
  const way = pathOf(chosen as PlaceCode).filter((code) => roots.some((root) => code.startsWith(root)))
  const { data, error, refetch } = useQuery({
    queryKey: ['places', 'tree', roots, way],
    queryFn: () => Promise.all([...new Set([...roots, ...way])].map(fetchPlaceFile)),
  })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={6} />

  const below = new Map(added)
  for (const file of data) below.set(file.place.code, file.below)
  const node = (place: PlaceNode): TreeDataNode => {
    const children = below.get(place.code)?.map(node)
    return { key: place.code, title: <Title place={place} />, isLeaf: place.children === 0, ...(children ? { children } : {}) }
  }
  const load = async ({ key }: TreeDataNode) => {
    const file = await fetchPlaceFile(String(key))
    setAdded((now) => new Map(now).set(file.place.code, file.below))
  }
  return (
    <Tree
      blockNode
      treeData={data
        .filter(({ place }) => roots.includes(place.code))
        .map(({ place, below }) => node({ ...place, children: below.length }))}
      loadData={load}
      selectedKeys={[chosen]}
      expandedKeys={[...(opened ?? [...roots, ...way.slice(0, -1)])]}
      onExpand={(keys) => setOpened(keys.map(String))}
      onSelect={([key]) => key && onChoose(String(key))}
    />
  )
}

function Title({ place }: { place: PlaceNode }) {
  const { t } = useTranslation('desk')
  return (
    <span className="tree-line">
      {place.name}
      {place.late > 0 && <small className="tone-late">{t('places.late', { count: place.late })}</small>}
      {place.vacancies > 0 && <small className="tone-soon">{t('places.vacant', { count: place.vacancies })}</small>}
    </span>
  )
}
