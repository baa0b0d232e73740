/** Every page's address, what it is asked for, and the two ways to get there: a link and a step. */
import { Link as RouterLink, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ComponentType } from 'react'
import { useCallback } from 'react'
import type { Action as DisputeAction } from '#modules/disputes/dispute.ts'
import type { Action } from '#modules/matters/matter.ts'

/** What a queue was asked for. It stands in the address, so that a link shows the same list. Lists are joined with commas. */
export type QueueSearch = {
  readonly view?: string
  readonly status?: string
  readonly category?: string
  readonly place?: string
  readonly department?: string
  readonly since?: string
  readonly until?: string
  readonly emergency?: string
  readonly search?: string
  readonly sort?: string
}

export const queueKeys = ['view', 'status', 'category', 'place', 'department', 'since', 'until', 'emergency', 'search', 'sort'] as const

/** What the register of mediation files was asked for. */
export type RegisterSearch = {
  readonly view?: string
  readonly status?: string
  readonly type?: string
  readonly committee?: string
  readonly since?: string
  readonly until?: string
  readonly search?: string
}

export const registerKeys = ['view', 'status', 'type', 'committee', 'since', 'until', 'search'] as const

/** What the list of villages was asked for. */
export type VillagesSearch = { readonly place?: string; readonly search?: string; readonly show?: string; readonly sort?: string }

export const villagesKeys = ['place', 'search', 'show', 'sort'] as const

/** Which of a village's records: of a kind, of a day. */
export type RecordsSearch = { readonly kind?: string; readonly on?: string }

/** Whose duties, over how many days back; `show`: the duty that was missed. */
export type DutiesSearch = { readonly place?: string; readonly days?: string; readonly show?: string; readonly sort?: string }

/** What the auditor asks: what was done, between which days. */
export type AuditSearch = { readonly action?: string; readonly since?: string; readonly until?: string }

/** Which of what was sent: by what became of it, by channel, about one matter. */
export type DeliverySearch = { readonly status?: string; readonly channel?: string; readonly matter?: string }

export type Pages = {
  '/': { search?: undefined }
  '/matters': { search?: QueueSearch }
  '/matters/$id': { params: { id: string }; search?: { act?: Action } }
  '/matters/$id/notices': { params: { id: string }; search?: DeliverySearch }
  '/disputes': { search?: RegisterSearch }
  '/disputes/new': { search?: { matter?: string } }
  '/disputes/calendar': { search?: { month?: string; day?: string } }
  '/disputes/figures': { search?: { year?: string; place?: string; of?: string } }
  '/disputes/claims': { search?: undefined }
  '/disputes/$id': { params: { id: string }; search?: { act?: DisputeAction } }
  '/beats': { search?: VillagesSearch }
  '/beats/duties': { search?: DutiesSearch }
  '/beats/reports': { search?: { kind?: string; year?: string; town?: string } }
  '/beats/clues': { search?: undefined }
  '/beats/burden': { search?: { weeks?: string } }
  '/beats/$id': { params: { id: string }; search?: RecordsSearch }
  '/beats/$id/duties': { params: { id: string }; search?: { days?: string } }
  '/beats/$id/dossier': { params: { id: string }; search?: undefined }
  '/committees': { search?: { place?: string } }
  '/report': { search?: undefined }
  '/places': { search?: { code?: string; tab?: string } }
  '/changes': { search?: undefined }
  '/changes/new': { search?: { place?: string } }
  '/editions': { search?: undefined }
  '/boards': { search?: { place?: string } }
  '/people': { search?: { place?: string; role?: string; search?: string } }
  '/people/new': { search?: { role?: string; place?: string } }
  '/people/$id': { params: { id: string }; search?: undefined }
  '/notices': { search?: undefined }
  '/import': { search?: undefined }
  '/audit': { search?: AuditSearch }
  '/rules': { search?: { tab?: string } & DeliverySearch }
  '/settings': { search?: undefined }
}
export type Path = keyof Pages

type Target<P extends Path> = { to: P } & Pages[P]
type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>

// Each app has its own router, and the library's types know only one: these few lines are the desk's own types.
const AnyLink = RouterLink as unknown as ComponentType<Record<string, unknown>>

export const Link = <P extends Path>(props: Target<P> & Anchor & { activeExact?: boolean }) => {
  const { activeExact, ...rest } = props
  return (
    <AnyLink {...rest} activeOptions={{ exact: activeExact ?? false, includeSearch: false }} activeProps={{ 'aria-current': 'page' }} />
  )
}

export function useGo() {
  const navigate = useNavigate() as unknown as (options: object) => Promise<void>
  return useCallback(<P extends Path>(target: Target<P> & { replace?: boolean }) => void navigate({ search: {}, ...target }), [navigate])
}

const loosely = { strict: false } as never

export const useAsked = <P extends Path>(_page: P) => (useSearch(loosely) ?? {}) as NonNullable<Pages[P]['search']>

export const useNamed = (): string => (useParams(loosely) as { id?: string }).id ?? ''
