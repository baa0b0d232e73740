/** A list with what was asked for in it, or why there is nothing, and the opened row beside it. */
import type { ReactNode } from 'react'
import { Loading } from '#web/ui/states.tsx'
import { Trouble } from '../trouble.tsx'
import { Foot } from './foot.tsx'

type Props = {
  /** As useInfiniteQuery answers. */
  query: {
    readonly data: unknown
    readonly error: unknown
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly refetch: () => unknown
    readonly fetchNextPage: () => unknown
  }
  count: number
  /** More columns than are usual: the table may be wider than the screen. */
  isWide: boolean
  /** How many are shown: "30 条，还有" or "共 12 条". */
  shown: (hasMore: boolean) => string
  nothing: ReactNode
  preview: ReactNode
  children: ReactNode
}

export function ListFrame({ query, count, isWide, shown, nothing, preview, children }: Props) {
  const { data, error, hasNextPage, isFetchingNextPage, refetch, fetchNextPage } = query
  return (
    <div className={`queue${preview ? ' queue-split' : ''}`}>
      <div className={`queue-list${isWide ? ' queue-list-many' : ''}`}>
        {error && !data ? <Trouble error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Loading lines={10} />}
        {data !== undefined && count === 0 && nothing}
        {count > 0 && (
          <>
            {children}
            <Foot shown={shown(hasNextPage)} hasMore={hasNextPage} isBusy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
          </>
        )}
      </div>
      {preview}
    </div>
  )
}
