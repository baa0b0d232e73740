/** The strangers' walk: every staff route of the contract, what is tried on it, and everything that a walk could change. */
import { sql } from 'kysely'
import { categories } from '#modules/categories/categories.ts'
import type { PersonView } from '#modules/people/wire.ts'
import { cast } from './cast.ts'
import { envelope, report, reported, uuid } from './matter.ts'
import { picture } from './picture.ts'
import type { Served, Who } from './server.ts'
import { beatVisits } from './stranger-beats.ts'
import { disputeVisits } from './stranger-disputes.ts'
import { dutyVisits } from './stranger-duties.ts'
import { figureVisits } from './stranger-figures.ts'
import { noticed, noticeVisits, type Visit } from './stranger-notices.ts'
import { placeVisits } from './stranger-places.ts'

const { people, places } = cast
export const secret = '只有本巷的人该看到这句话'
const contact = { name: '秘密人', phone: '13800077777' }

const change = {
  department: 'police',
  isPublic: false,
  isEmergency: false,
  isRestricted: false,
  ladder: ['centre_officer'],
  limits: categories.find(({ code }) => code === '0401')!.limits,
  nearMetres: 1,
  nearDays: 1,
}

/** One visit for each route of the contract, aimed at what is not the visitor's. */
export const visits = (post: string): Visit[] => [
  { method: 'get', path: '/api/matters', url: `/api/matters?search=${encodeURIComponent('只有本巷')}` },
  { method: 'get', path: '/api/matters/counts', url: '/api/matters/counts' },
  { method: 'get', path: '/api/matters/export', url: '/api/matters/export' },
  {
    method: 'get',
    path: '/api/matters/near',
    url: `/api/matters/near?place=${places.lane}&category=0401&words=${encodeURIComponent(secret)}`,
  },
  { method: 'get', path: '/api/matters/{id}', url: `/api/matters/${uuid(1)}` },
  { method: 'post', path: '/api/matters', url: '/api/matters', body: report(2) },
  {
    method: 'post',
    path: '/api/matters/{id}/commands',
    url: `/api/matters/${uuid(1)}/commands`,
    body: envelope({ do: 'comment', words: '路过' }),
  },
  { method: 'post', path: '/api/matters/{id}/contact', url: `/api/matters/${uuid(1)}/contact`, body: { reason: '好奇' } },
  { method: 'get', path: '/api/catalogue', url: '/api/catalogue' },
  { method: 'get', path: '/api/settings', url: '/api/settings' },
  { method: 'get', path: '/api/notices', url: '/api/notices' },
  { method: 'post', path: '/api/notices/read', url: '/api/notices/read', body: { all: true } },
  { method: 'get', path: '/api/notices/stream', url: '/api/notices/stream' },
  { method: 'put', path: '/api/settings', url: '/api/settings', body: { silenceDays: 3, reopenDays: 3, localDays: {} } },
  { method: 'put', path: '/api/catalogue/categories/{code}', url: '/api/catalogue/categories/0401', body: change },
  { method: 'put', path: '/api/photos/{id}', url: `/api/photos/${uuid(50)}`, body: {} },
  { method: 'get', path: '/api/photos/{id}', url: `/api/photos/${uuid(40)}` },
  ...placeVisits,
  { method: 'get', path: '/api/people', url: `/api/people?search=${encodeURIComponent('张街长')}` },
  { method: 'get', path: '/api/people/{id}', url: `/api/people/${people.chief.id}` },
  {
    method: 'post',
    path: '/api/people',
    url: '/api/people',
    body: {
      id: uuid(60),
      name: '冒名',
      phone: '13800070000',
      password: 'Maoming-2026',
      post: { id: uuid(61), role: 'lane_chief', place: places.lane },
    },
  },
  {
    method: 'post',
    path: '/api/people/{id}/posts',
    url: `/api/people/${people.nobody.id}/posts`,
    body: { id: uuid(62), role: 'lane_chief', place: places.lane },
  },
  { method: 'post', path: '/api/people/{id}/password', url: `/api/people/${people.chief.id}/password`, body: { password: 'Stolen-2026' } },
  { method: 'post', path: '/api/people/{id}/posts/{post}/end', url: `/api/people/${people.chief.id}/posts/${post}/end`, body: {} },
  {
    method: 'post',
    path: '/api/people/{id}/posts/{post}/hand-over',
    url: `/api/people/${people.chief.id}/posts/${post}/hand-over`,
    body: { to: people.nobody.id, postId: uuid(63) },
  },
  { method: 'get', path: '/api/audit', url: '/api/audit' },
  ...noticeVisits,
  ...beatVisits,
  ...dutyVisits,
  ...figureVisits,
  ...disputeVisits.filter(({ path }) => path !== '/api/photos/{id}'),
  { method: 'get', path: '/api/me', url: '/api/me' },
  { method: 'post', path: '/api/me/password', url: '/api/me/password', body: { current: 'Nonsense-1', next: 'Better-2026' } },
  { method: 'get', path: '/api/sessions', url: '/api/sessions' },
  { method: 'delete', path: '/api/sessions', url: '/api/sessions' },
  { method: 'delete', path: '/api/sessions/{id}', url: '/api/sessions/anything' },
]
/** Signing in and out are for everybody; WeChat's server has no session but signs (modules/notices/wechat). */
export const open = ['post /api/session', 'delete /api/session', 'get /api/wechat/{county}', 'post /api/wechat/{county}']

export async function prepare({ as, opened }: Served): Promise<Visit[]> {
  await as('chief').put(`/api/photos/${uuid(40)}`, await picture(), 'image/png')
  await reported({ as }, 1, { words: secret, contact }, 'chief')
  await as('chief').post(`/api/matters/${uuid(1)}/commands`, envelope({ do: 'settle', outcome: secret, photos: [uuid(40)] }))
  await noticed(opened, secret)
  const chief = (await (await as('administrator').get(`/api/people/${people.chief.id}`)).json()) as PersonView
  return visits(chief.posts[0]!.id)
}

/** A stream never ends: what it says first. */
async function firstOf(reply: Response): Promise<string> {
  const reader = reply.body!.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

/** Everything a walker was answered, as text. */
export async function walk(served: Served, steps: readonly Visit[], who?: Who): Promise<{ visit: Visit; status: number; text: string }[]> {
  const client = who ? served.as(who) : served.anybody
  const answers = []
  for (const visit of steps) {
    const reply = await (visit.method === 'get'
      ? client.get(visit.url)
      : visit.method === 'delete'
        ? client.delete(visit.url)
        : visit.method === 'put'
          ? visit.path.startsWith('/api/photos')
            ? client.put(visit.url, 'not a picture', 'image/png')
            : client.put(visit.url, JSON.stringify(visit.body), 'application/json')
          : client.post(visit.url, visit.body ?? {}))
    answers.push({
      visit,
      status: reply.status,
      text: visit.url.endsWith('/stream') && reply.ok ? await firstOf(reply) : await reply.text(),
    })
  }
  return answers
}

/** What is of the chief's lane and of nobody else. The place tree itself is public: it hangs on the walls. */
export const theirs = [secret, contact.name, contact.phone, people.chief.id, people.chief.phone, people.chief.name]

/** Everything that a walk could change, as one text: who there is, their posts and passwords, places, matters, events, pictures. */
const tables = [
  'people',
  'posts',
  'auth_users',
  'auth_accounts',
  'places',
  'matters',
  'events',
  'reporters',
  'photos',
  'disputes',
  'dispute_identities',
  'dispute_serials',
  'beat_records',
  'bulletins',
  'clues',
  'contact_groups',
  'village_reports',
  'leaves',
  'place_changes',
  'boards',
  'committees',
  'committee_members',
] as const

/** What is set about notices in the visited county, and what they were about: an administrator next door changes their own. */
const ours = [
  'duties',
  'duty_goals',
  'dispute_types',
  'dispute_allowances',
  'notice_routes',
  'notice_templates',
  'notice_channels',
  'robots',
  'deliveries',
  'wechat_readers',
] as const
const subscriptions = sql`select id::text || endpoint from push_subscriptions where person_id = ${people.chief.id}`

export async function everything({ opened }: Served): Promise<string> {
  const texts = []
  for (const table of tables)
    texts.push(
      (
        await sql<{
          all: string
        }>`select coalesce(string_agg(t::text, e'\n' order by t::text), '') as all from ${sql.table(table)} t`.execute(opened.db)
      ).rows[0]!.all,
    )
  for (const table of ours)
    texts.push(
      JSON.stringify(
        (await sql`select to_jsonb(t) from ${sql.table(table)} t where county = ${people.chief.county} order by t::text`.execute(opened.db))
          .rows,
      ),
    )
  texts.push(JSON.stringify((await subscriptions.execute(opened.db)).rows))
  return texts.join('\n--\n')
}
