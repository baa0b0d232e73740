/** Every page of the field app and its address. All but the work list come when they are opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { type RecordKind, recordKinds } from '#modules/beats/beat.ts'
import type { Action as DisputeAction } from '#modules/disputes/dispute.ts'
import { type Action, type Status, statuses } from '#modules/matters/matter.ts'
import { WorkList } from './matters/work-list.tsx'
import { Shell } from './shell.tsx'

export const tabs = ['todo', 'late', 'done'] as const
/** Two lists beside the three: what waits for one's decision, and what those above want answered. */
export const asks = ['decide', 'ordered'] as const
export const views = [...tabs, ...asks] as const
export type View = (typeof views)[number]

/** What the work list was asked for; it stands in the address, so that "back" shows the same list. */
export type ListSearch = { view?: View; search?: string; category?: string; status?: Status }

const oneOf = <T extends string>(all: readonly T[], given: unknown): T | undefined => all.find((each) => each === given)
const text = (given: unknown): string | undefined => (typeof given === 'string' || typeof given === 'number' ? String(given) : undefined)

const root = createRootRoute({ component: Shell })

const list = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: WorkList,
  validateSearch: (given): ListSearch => ({
    view: oneOf(views, given['view']),
    search: text(given['search']),
    category: text(given['category']),
    status: oneOf(statuses, given['status']),
  }),
})

const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  component: lazyRouteComponent(() => import('./matters/matter-page.tsx'), 'MatterPage'),
  validateSearch: (given): { act?: Action } => ({ act: text(given['act']) as Action | undefined }),
})

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  component: lazyRouteComponent(() => import('./matters/report-page.tsx'), 'ReportPage'),
  validateSearch: (given): { from?: string } => ({ from: text(given['from']) }),
})

export const disputeViews = ['mine', 'due', 'danger', 'all'] as const
export type DisputeView = (typeof disputeViews)[number]

const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  component: lazyRouteComponent(() => import('./disputes/list-page.tsx'), 'ListPage'),
  validateSearch: (given): { view?: DisputeView; search?: string } => ({
    view: oneOf(disputeViews, given['view']),
    search: text(given['search']),
  }),
})

const register = createRoute({
  getParentRoute: () => root,
  path: '/disputes/new',
  component: lazyRouteComponent(() => import('./disputes/intake-page.tsx'), 'IntakePage'),
  validateSearch: (given): { matter?: string; from?: string } => ({ matter: text(given['matter']), from: text(given['from']) }),
})

const dispute = createRoute({
  getParentRoute: () => root,
  path: '/disputes/$id',
  component: lazyRouteComponent(() => import('./disputes/file-page.tsx'), 'FilePage'),
  validateSearch: (given): { act?: DisputeAction; party?: string; term?: string } => ({
    act: text(given['act']) as DisputeAction | undefined,
    party: text(given['party']),
    term: text(given['term']),
  }),
})

/** Which of one's villages, kind of record, record and day. */
type BeatSearch = { village?: string; kind?: RecordKind; record?: string; on?: string }
const beatSearch = (given: Record<string, unknown>): BeatSearch => ({
  village: text(given['village']),
  kind: oneOf(recordKinds, given['kind']),
  record: text(given['record']),
  on: text(given['on']),
})

const beat = createRoute({
  getParentRoute: () => root,
  path: '/beats',
  component: lazyRouteComponent(() => import('./beats/beat-page.tsx'), 'BeatPage'),
  validateSearch: beatSearch,
})

const beatNew = createRoute({
  getParentRoute: () => root,
  path: '/beats/new',
  component: lazyRouteComponent(() => import('./beats/new-page.tsx'), 'NewPage'),
  validateSearch: beatSearch,
})

const beatRecords = createRoute({
  getParentRoute: () => root,
  path: '/beats/records',
  component: lazyRouteComponent(() => import('./beats/records-page.tsx'), 'RecordsPage'),
  validateSearch: beatSearch,
})

const beatDuties = createRoute({
  getParentRoute: () => root,
  path: '/beats/duties',
  component: lazyRouteComponent(() => import('./beats/duties-page.tsx'), 'DutiesPage'),
  validateSearch: beatSearch,
})

const beatBulletins = createRoute({
  getParentRoute: () => root,
  path: '/beats/bulletins',
  component: lazyRouteComponent(() => import('./beats/bulletins-page.tsx'), 'BulletinsPage'),
  validateSearch: beatSearch,
})

const beatClues = createRoute({
  getParentRoute: () => root,
  path: '/beats/clues',
  component: lazyRouteComponent(() => import('./beats/clues-page.tsx'), 'CluesPage'),
  validateSearch: beatSearch,
})

const beatGroups = createRoute({
  getParentRoute: () => root,
  path: '/beats/groups',
  component: lazyRouteComponent(() => import('./beats/groups-page.tsx'), 'GroupsPage'),
  validateSearch: beatSearch,
})

const beatFacilities = createRoute({
  getParentRoute: () => root,
  path: '/beats/facilities',
  component: lazyRouteComponent(() => import('./beats/facilities-page.tsx'), 'FacilitiesPage'),
  validateSearch: beatSearch,
})

const beatDossier = createRoute({
  getParentRoute: () => root,
  path: '/beats/dossier',
  component: lazyRouteComponent(() => import('./beats/dossier-page.tsx'), 'DossierPage'),
  validateSearch: beatSearch,
})

const place = createRoute({
  getParentRoute: () => root,
  path: '/place',
  component: lazyRouteComponent(() => import('./places/place-page.tsx'), 'PlacePage'),
  validateSearch: (given): { code?: string } => ({ code: text(given['code']) }),
})

const me = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./people/self-page.tsx'), 'SelfPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/me/password',
  component: lazyRouteComponent(() => import('./people/password-page.tsx'), 'PasswordPage'),
})

const sessions = createRoute({
  getParentRoute: () => root,
  path: '/me/sessions',
  component: lazyRouteComponent(() => import('./people/sessions-page.tsx'), 'SessionsPage'),
})

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/me/outbox',
  component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage'),
})

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/inbox-page.tsx'), 'InboxPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    beat,
    beatNew,
    beatRecords,
    beatDuties,
    beatBulletins,
    beatClues,
    beatGroups,
    beatFacilities,
    beatDossier,
    list,
    matter,
    report,
    disputes,
    register,
    dispute,
    place,
    me,
    password,
    sessions,
    outbox,
    notices,
  ]),
  basepath: '/field',
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
