/** Changes of places as the server tells them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { Plan } from '#modules/places/change.ts'
import type { ChangeView, Preview, Sums } from '#modules/places/change-wire.ts'
import { asked, get, post, postLong } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { today } from '../../people/people.ts'

type Page = { readonly rows: readonly ChangeView[]; readonly next: string | null }

export const useChanges = () =>
  useInfiniteQuery({
    queryKey: ['changes'],
    queryFn: ({ pageParam, signal }) => get<Page>(`/places/changes${asked({ after: pageParam, limit: 30 })}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const lookAt = (plan: Plan, day: string) => post<Preview>('/places/changes/preview', { plan, day })

/** Several changes one after the other, as one. */
export const lookAtMany = (plans: readonly Plan[], day: string) => postLong<Preview>('/places/changes/many/preview', { plans, day })

/** Places are others now: everything that shows them is asked again. */
export function placesChanged() {
  for (const key of ['changes', 'places', 'people', 'matters', 'boards']) void cache.invalidateQueries({ queryKey: [key] })
}

/** What is said before a change is confirmed: what goes along, what ends, and that it cannot be undone. */
export function confirmWords(t: TFunction<readonly ['places', 'app']>, { posts, matters, postsEnding }: Sums, day: string): string {
  if (day > today()) return t('change.confirmWordsLater', { day })
  const going = posts - postsEnding
  return [
    going + matters > 0 ? t('change.confirmWords', { posts: going, matters }) : t('change.confirmWordsNone'),
    ...(postsEnding > 0 ? [t('change.ending', { count: postsEnding })] : []),
  ].join(' ')
}
