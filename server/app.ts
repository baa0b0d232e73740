/** The whole server, given its surroundings. main.ts passes the real ones; tests pass theirs. Only this file knows every route. */
import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { clues } from '#modules/beats/clues/routes.server.ts'
import { dossiers } from '#modules/beats/dossier/routes.server.ts'
import { leaves } from '#modules/beats/leave/routes.server.ts'
import { beatPages, bulletinsOn } from '#modules/beats/pages.server.ts'
import { reports } from '#modules/beats/reports/routes.server.ts'
import { beats } from '#modules/beats/routes.server.ts'
import { villageWork } from '#modules/beats/village-routes.server.ts'
import { committees } from '#modules/bodies/routes.server.ts'
import { catalogue } from '#modules/categories/routes.server.ts'
import { categoryChanges, settings } from '#modules/categories/settings-routes.server.ts'
import { claims } from '#modules/disputes/claims/routes.server.ts'
import { documents } from '#modules/disputes/documents/routes.server.ts'
import { figures } from '#modules/disputes/figures/routes.server.ts'
import { partyPages } from '#modules/disputes/pages.server.ts'
import { disputes } from '#modules/disputes/routes.server.ts'
import { disputeSettings } from '#modules/disputes/settings/routes.server.ts'
import { sees as seesDispute } from '#modules/disputes/store.server.ts'
import { duties } from '#modules/duties/routes.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { boards } from '#modules/matters/boards/routes.server.ts'
import { matterPages } from '#modules/matters/pages.server.ts'
import { matters } from '#modules/matters/routes.server.ts'
import { sees } from '#modules/matters/store.server.ts'
import { moveWork } from '#modules/matters/vacancy.server.ts'
import { noticeChannels, noticeRouting, quietHours } from '#modules/notices/admin-routes.server.ts'
import { deliveries } from '#modules/notices/delivery-routes.server.ts'
import { pushes } from '#modules/notices/push-routes.server.ts'
import { robots } from '#modules/notices/robot-routes.server.ts'
import { notices } from '#modules/notices/routes.server.ts'
import { wechatCalls, wechatOwn } from '#modules/notices/wechat/routes.server.ts'
import { placeFiles } from '#modules/overview/routes.server.ts'
import type { Accounts } from '#modules/people/accounts.server.ts'
import { auditTrail } from '#modules/people/audit-routes.server.ts'
import { peoplePages } from '#modules/people/pages.server.ts'
import { people } from '#modules/people/routes.server.ts'
import { session } from '#modules/people/session-routes.server.ts'
import { actorOf } from '#modules/people/store.server.ts'
import { pictures } from '#modules/photos/routes.server.ts'
import { placeChanges } from '#modules/places/change-routes.server.ts'
import { editions, manyChanges } from '#modules/places/editions/routes.server.ts'
import { placeImport } from '#modules/places/import-routes.server.ts'
import { placePages } from '#modules/places/pages.server.ts'
import { places } from '#modules/places/routes.server.ts'
import { wechatHint, wechatPages } from '#modules/residents/pages/wechat.server.ts'
import { residentPages } from '#modules/residents/pages.server.ts'
import { assets } from './assets.ts'
import { atMost, type Env, type Outside, router } from './context.ts'
import { followers } from './followers.ts'
import { health } from './health.ts'
import { documentation } from './openapi.ts'
import { Problem } from './problem.ts'
import { answerProblem } from './problem-page.ts'
import { choosing, isUnreferred, languageOf, unreferred } from './visitor.ts'

export type Surroundings = Outside & { readonly accounts: Accounts; readonly log: Logger }

const bodyAtMost = 200_000

/** Who is asking, if somebody is signed in. */
const knowing = (accounts: Accounts) =>
  createMiddleware<Env>(async (c, next) => {
    const signed = await accounts.sessionOf(c, c.var.now)
    if (signed) {
      const actor = await actorOf(c.var.db, signed.county, signed.personId, dayOf(c.var.now))
      if (actor) c.set('actor', actor)
      c.set('signed', { sessionId: signed.id, userId: signed.userId, mustChangePassword: signed.mustChangePassword })
    }
    await next()
  })

export function createApp({ accounts, log, ...outside }: Surroundings) {
  const api = router()
    .use(knowing(accounts), async (c, next) => {
      c.header('cache-control', 'no-store')
      await next()
    })
    .route('/photos', pictures({ matter: sees, dispute: seesDispute }))
    // Files of a whole county, and what came of one, are larger than other bodies and have limits of their own.
    .route('/places/import', placeImport)
    .route('/places/editions', editions(followers))
    .route('/places/changes/many', manyChanges(followers))
    .use(atMost(bodyAtMost))
    .route('/places/changes', placeChanges(followers))
    .route('/matters', matters)
    .route('/disputes', documents)
    .route('/disputes/settings', disputeSettings)
    .route('/disputes', figures)
    .route('/disputes', claims)
    .route('/disputes', disputes)
    .route('/duties', duties)
    .route('/beats/clues', clues)
    .route('/beats/leaves', leaves)
    .route('/beats/reports', reports)
    .route('/beats', villageWork)
    .route('/beats', dossiers)
    .route('/beats', beats)
    .route('/catalogue/categories', categoryChanges)
    .route('/catalogue', catalogue)
    .route('/settings', settings)
    .route('/notices/routing', noticeRouting)
    .route('/notices/channels', noticeChannels)
    .route('/notices/quiet', quietHours)
    .route('/notices/robots', robots)
    .route('/notices/deliveries', deliveries)
    .route('/notices/push', pushes)
    .route('/notices/wechat', wechatOwn)
    .route('/wechat', wechatCalls)
    .route('/places', placeFiles)
    .route('/places', places)
    .route('/boards', boards)
    .route('/committees', committees)
    .route('/people', people(accounts, moveWork))
    .route('/audit', auditTrail)
    .route('/notices', notices(accounts))
    .route('/', session(accounts))

  const app = router()
  app
    .use(async (c, next) => {
      const started = performance.now()
      const requestId = outside.mint()
      for (const [name, value] of Object.entries(outside)) c.set(name as 'db', value as never)
      c.set('now', outside.clock())
      c.set('requestId', requestId)
      c.set('language', languageOf(c))
      await next()
      // The route's pattern, never the path: a path can hold a tracking code.
      log.info(
        { requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms: Math.round(performance.now() - started) },
        'request',
      )
    })
    .use('/t/*', unreferred)
    .use('/m/*', unreferred)
    .use(
      secureHeaders({
        contentSecurityPolicy: policy,
        crossOriginEmbedderPolicy: false,
        referrerPolicy: 'same-origin',
        strictTransportSecurity: outside.address.startsWith('https:') && 'max-age=31536000',
      }),
    )
    .use(
      csrf({
        origin: (origin, c) => origin === new URL(c.req.url).origin || origin === outside.address || isUnreferred(origin, c.req.path),
      }),
    )
    .use(compress())
    .use(choosing)
    .use(async (c, next) => {
      // No text of ours has a NUL, and the database takes none.
      if (/%00/.test(c.req.url)) throw new Problem(refuse('invalid', { issues: [{ field: 'address', message: 'control characters' }] }))
      await next()
    })
    .use('/l/:code/print', knowing(accounts)) // staff may record there that a board was printed
    .route('/', assets)
    .route('/', placePages)
    .route('/', peoplePages(bulletinsOn))
    .route('/', beatPages)
    .route('/', matterPages(wechatHint))
    .route('/', wechatPages)
    .route('/', partyPages)
    .route('/', residentPages)
    .route('/health', health(outside))
    .route('/api', api)
  documentation(app)
  for (const name of ['field', 'desk']) {
    app.get(`/${name}`, (c) => c.redirect(`/${name}/`))
    app.use(
      `/${name}/*`,
      serveStatic({
        root: './dist',
        onFound: (path, c) => c.header('cache-control', /\/assets\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
      }),
    )
    app.get(`/${name}/*`, serveStatic({ path: `./dist/${name}/index.html` }))
  }

  app.notFound((c) => answerProblem(c, refuse('not_found')))
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error.refusal)
    if (error instanceof HTTPException)
      return answerProblem(
        c,
        error.status === 403 ? refuse('cross_site') : refuse('invalid', { issues: [{ field: 'body', message: 'unreadable' }] }),
        error.status,
      )
    log.error({ requestId: c.var.requestId, error: error.stack?.split('\n').slice(0, 12) }, 'a bug')
    return answerProblem(c, refuse('internal', { requestId: c.var.requestId }))
  })
  return app
}

const self = "'self'"
const policy = {
  defaultSrc: [self],
  imgSrc: [self, 'data:', 'blob:'],
  // antd writes its styles at run time.
  styleSrc: [self, "'unsafe-inline'"],
  scriptSrc: [self],
  connectSrc: [self],
  workerSrc: [self, 'blob:'],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: [self],
  formAction: [self],
}
