/** Every page of the desk. All but the first come when they are opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { asked } from '#web/client/api.ts'
import { queueKeys, registerKeys, villagesKeys } from './address.tsx'
import { Missing, Shell } from './shell.tsx'
import { TodayPage } from './today/today-page.tsx'

type Given = Record<string, unknown>

/** Only the questions a page knows, as text. */
const only =
  (...names: readonly string[]) =>
  (given: Given): Record<string, string> =>
    Object.fromEntries(names.flatMap((name) => (given[name] === undefined || given[name] === '' ? [] : [[name, String(given[name])]])))

const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
const parent = { getParentRoute: () => root }

const pages = [
  createRoute({ ...parent, path: '/', component: TodayPage }),
  createRoute({
    ...parent,
    path: '/matters',
    component: lazyRouteComponent(() => import('./matters/queue/queue-page.tsx'), 'QueuePage'),
    validateSearch: only(...queueKeys),
  }),
  createRoute({
    ...parent,
    path: '/matters/$id',
    component: lazyRouteComponent(() => import('./matters/file/file-page.tsx'), 'FilePage'),
    validateSearch: only('act'),
  }),
  createRoute({
    ...parent,
    path: '/matters/$id/notices',
    component: lazyRouteComponent(() => import('./notices/matter-deliveries-page.tsx'), 'MatterDeliveriesPage'),
    validateSearch: only('status', 'channel'),
  }),
  createRoute({
    ...parent,
    path: '/disputes',
    component: lazyRouteComponent(() => import('./disputes/register/register-page.tsx'), 'RegisterPage'),
    validateSearch: only(...registerKeys),
  }),
  createRoute({
    ...parent,
    path: '/disputes/new',
    component: lazyRouteComponent(() => import('./disputes/intake/intake-page.tsx'), 'IntakePage'),
    validateSearch: only('matter'),
  }),
  createRoute({
    ...parent,
    path: '/disputes/calendar',
    component: lazyRouteComponent(() => import('./disputes/calendar/calendar-page.tsx'), 'CalendarPage'),
    validateSearch: only('month', 'day'),
  }),
  createRoute({
    ...parent,
    path: '/disputes/figures',
    component: lazyRouteComponent(() => import('./disputes/figures/figures-page.tsx'), 'FiguresPage'),
    validateSearch: only('year', 'place', 'of'),
  }),
  createRoute({
    ...parent,
    path: '/disputes/claims',
    component: lazyRouteComponent(() => import('./disputes/claims/claims-page.tsx'), 'ClaimsPage'),
  }),
  createRoute({
    ...parent,
    path: '/disputes/$id',
    component: lazyRouteComponent(() => import('./disputes/file/file-page.tsx'), 'DisputeFilePage'),
    validateSearch: only('act'),
  }),
  createRoute({
    ...parent,
    path: '/beats',
    component: lazyRouteComponent(() => import('./beats/villages/villages-page.tsx'), 'VillagesPage'),
    validateSearch: only(...villagesKeys),
  }),
  createRoute({
    ...parent,
    path: '/beats/duties',
    component: lazyRouteComponent(() => import('./duties/duties-page.tsx'), 'DutiesPage'),
    validateSearch: only('place', 'days', 'show', 'sort'),
  }),
  createRoute({
    ...parent,
    path: '/beats/reports',
    component: lazyRouteComponent(() => import('./beats/reports/reports-page.tsx'), 'ReportsPage'),
    validateSearch: only('kind', 'year', 'town'),
  }),
  createRoute({
    ...parent,
    path: '/beats/clues',
    component: lazyRouteComponent(() => import('./beats/clues/clues-page.tsx'), 'CluesPage'),
  }),
  createRoute({
    ...parent,
    path: '/beats/burden',
    component: lazyRouteComponent(() => import('./beats/burden/burden-page.tsx'), 'BurdenPage'),
    validateSearch: only('weeks'),
  }),
  createRoute({
    ...parent,
    path: '/beats/$id',
    component: lazyRouteComponent(() => import('./beats/village/village-page.tsx'), 'VillagePage'),
    validateSearch: only('kind', 'on'),
  }),
  createRoute({
    ...parent,
    path: '/beats/$id/duties',
    component: lazyRouteComponent(() => import('./duties/village-duties-page.tsx'), 'VillageDutiesPage'),
    validateSearch: only('days'),
  }),
  createRoute({
    ...parent,
    path: '/beats/$id/dossier',
    component: lazyRouteComponent(() => import('./beats/dossier/dossier-page.tsx'), 'DossierPage'),
  }),
  createRoute({
    ...parent,
    path: '/committees',
    component: lazyRouteComponent(() => import('./committees/committees-page.tsx'), 'CommitteesPage'),
    validateSearch: only('place'),
  }),
  createRoute({
    ...parent,
    path: '/report',
    component: lazyRouteComponent(() => import('./matters/report/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...parent,
    path: '/places',
    component: lazyRouteComponent(() => import('./places/places-page.tsx'), 'PlacesPage'),
    validateSearch: only('code', 'tab'),
  }),
  createRoute({
    ...parent,
    path: '/changes',
    component: lazyRouteComponent(() => import('./places/changes/changes-page.tsx'), 'ChangesPage'),
  }),
  createRoute({
    ...parent,
    path: '/changes/new',
    component: lazyRouteComponent(() => import('./places/changes/new-change-page.tsx'), 'NewChangePage'),
    validateSearch: only('place'),
  }),
  createRoute({
    ...parent,
    path: '/editions',
    component: lazyRouteComponent(() => import('./places/changes/edition-page.tsx'), 'EditionPage'),
  }),
  createRoute({
    ...parent,
    path: '/boards',
    component: lazyRouteComponent(() => import('./places/boards-page.tsx'), 'BoardsPage'),
    validateSearch: only('place'),
  }),
  createRoute({
    ...parent,
    path: '/people',
    component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
    validateSearch: only('place', 'role', 'search'),
  }),
  createRoute({
    ...parent,
    path: '/people/new',
    component: lazyRouteComponent(() => import('./people/new-person-page.tsx'), 'NewPersonPage'),
    validateSearch: only('role', 'place'),
  }),
  createRoute({ ...parent, path: '/people/$id', component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage') }),
  createRoute({ ...parent, path: '/notices', component: lazyRouteComponent(() => import('./notices/inbox-page.tsx'), 'InboxPage') }),
  createRoute({ ...parent, path: '/import', component: lazyRouteComponent(() => import('./places/import-page.tsx'), 'ImportPage') }),
  createRoute({
    ...parent,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
    validateSearch: only('action', 'since', 'until'),
  }),
  createRoute({
    ...parent,
    path: '/rules',
    component: lazyRouteComponent(() => import('./settings/rules-page.tsx'), 'RulesPage'),
    validateSearch: only('tab', 'status', 'channel', 'matter'),
  }),
  createRoute({ ...parent, path: '/settings', component: lazyRouteComponent(() => import('./session/settings-page.tsx'), 'SettingsPage') }),
]

export const router = createRouter({
  routeTree: root.addChildren(pages),
  basepath: '/desk',
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Plain text in the address: codes keep their zeros, and a person can read it.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => asked(search as Record<string, string>),
})
