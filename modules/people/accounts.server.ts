/** Accounts and sessions, over better-auth: telephone number and password. Its tables are its own; nothing joins them with ours. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { phoneNumber } from 'better-auth/plugins'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type pg from 'pg'
import type { Db } from '#db/db.ts'
import { type Asked, statement } from '#db/statement.ts'
import type { County, Instant, PersonId } from '#modules/kernel/ids.ts'
import type { Secrets } from '#server/secrets.ts'

const cookie = 'maplebridge'
const sessionDays = 30

const auth = (options: BetterAuthOptions) => betterAuth(options)
export type Accounts = ReturnType<typeof openAccounts>

/** better-auth wants an e-mail address of everybody; ours have none, so it gets one that can reach nobody (RFC 2606). */
const noEmail = (personId: string) => `${personId}@person.invalid`

/** The token of a cookie "token.signature" (HMAC-SHA256 in base64, as better-auth writes it), if the signature is right. */
function tokenIn(cookie: string | undefined, key: string): string | undefined {
  const cut = cookie?.lastIndexOf('.') ?? -1
  if (!cookie || cut < 1) return undefined
  const token = cookie.slice(0, cut)
  const said = Buffer.from(cookie.slice(cut + 1), 'base64')
  const right = createHmac('sha256', key).update(token).digest()
  return said.length === right.length && timingSafeEqual(said, right) ? token : undefined
}

export type Session = { id: string; userId: string; county: County; personId: PersonId; mustChangePassword: boolean }

const standingSession = statement((db, is: Asked<{ token: string; now: Instant }>) =>
  db
    .selectFrom('authSessions as session')
    .innerJoin('authUsers as user', 'user.id', 'session.userId')
    .select(['session.id', 'session.userId', 'user.county', 'user.personId', 'user.mustChangePassword'])
    .$castTo<Session>()
    .where('session.token', '=', is('token'))
    .where('session.expiresAt', '>', is('now')),
)

export function openAccounts({ db, pool, secrets, address }: { db: Db; pool: pg.Pool; secrets: Secrets; address: string }) {
  const secure = address.startsWith('https:')
  const library = auth({
    appName: 'Maplebridge',
    baseURL: address,
    basePath: '/api/auth',
    secret: secrets.session,
    database: pool,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours count by number, in the database: server/throttle.ts
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    plugins: [
      phoneNumber({
        sendOTP: () => undefined,
        schema: { user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } } },
      }),
    ],
    user: {
      modelName: 'auth_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        county: { type: 'string', required: true, input: false },
        personId: { type: 'string', required: true, input: false, fieldName: 'person_id' },
        mustChangePassword: { type: 'boolean', required: true, input: false, fieldName: 'must_change_password' },
      },
    },
    session: {
      modelName: 'auth_sessions',
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'auth_accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: cookie,
      useSecureCookies: secure,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
    },
  })
  const cookieName = `${secure ? '__Secure-' : ''}${cookie}.session_token`
  const hashPassword = async (password: string) => (await library.$context).password.hash(password)

  return {
    /** The session that the request's cookie names, if its signature is right and it has not ended. One query. */
    async sessionOf(c: Context, now: Instant): Promise<Session | undefined> {
      const token = tokenIn(getCookie(c, cookieName), secrets.session)
      return token ? (await standingSession(db, { token, now }))[0] : undefined
    },

    /** Signs in; answers the reply whose Set-Cookie starts the session, or undefined if number or password is wrong. */
    async signIn(phone: string, password: string, headers: Headers): Promise<Headers | undefined> {
      // The plugin adds this endpoint; the widened options type above does not say so.
      const api = library.api as unknown as {
        signInPhoneNumber(call: {
          body: { phoneNumber: string; password: string; rememberMe: boolean }
          headers: Headers
          asResponse: true
        }): Promise<Response>
      }
      const reply = await api.signInPhoneNumber({ body: { phoneNumber: phone, password, rememberMe: true }, headers, asResponse: true })
      if (reply.ok) return reply.headers
      // As long as a wrong password takes, so that the time of the answer does not tell which numbers are ours.
      if (!(await this.byPhone(phone))) await hashPassword(password)
      return undefined
    },

    async signOut(headers: Headers): Promise<Headers> {
      return (await library.api.signOut({ headers, asResponse: true })).headers
    },

    sessions: (userId: string, now: Instant) =>
      db
        .selectFrom('authSessions')
        .select(['id', 'userAgent', 'createdAt', 'expiresAt'])
        .where('userId', '=', userId)
        .where('expiresAt', '>', now)
        .orderBy('createdAt', 'desc')
        .execute(),

    /** Ends one session of a user, or all but one. */
    endSession: (userId: string, id: string) => db.deleteFrom('authSessions').where('userId', '=', userId).where('id', '=', id).execute(),
    endOtherSessions: (trx: Db, userId: string, keep: string) =>
      trx.deleteFrom('authSessions').where('userId', '=', userId).where('id', '!=', keep).execute(),
    endSessionsOf: (trx: Db, county: County, personId: PersonId) =>
      trx
        .deleteFrom('authSessions')
        .where('userId', 'in', (users) =>
          users.selectFrom('authUsers').select('id').where('county', '=', county).where('personId', '=', personId),
        )
        .execute(),

    hashPassword,

    byPhone: (phone: string) =>
      db
        .selectFrom('authUsers')
        .select(['id', 'county', 'personId', 'mustChangePassword'])
        .where('phoneNumber', '=', phone)
        .executeTakeFirst(),

    /** An account for a person; the password is to be changed at the first sign-in. Inside the caller's transaction. */
    async add(
      trx: Db,
      person: { county: County; id: PersonId; name: string; phone: string },
      hash: string,
      now: Instant,
      mustChangePassword = true,
    ) {
      await trx
        .insertInto('authUsers')
        .values({
          id: person.id,
          name: person.name,
          email: noEmail(person.id),
          emailVerified: false,
          phoneNumber: person.phone,
          phoneNumberVerified: true,
          county: person.county,
          personId: person.id,
          mustChangePassword,
          createdAt: now,
          updatedAt: now,
        })
        .execute()
      await trx
        .insertInto('authAccounts')
        .values({
          id: person.id,
          accountId: person.id,
          providerId: 'credential',
          userId: person.id,
          password: hash,
          createdAt: now,
          updatedAt: now,
        })
        .execute()
    },

    async isPassword(userId: string, password: string): Promise<boolean> {
      const account = await db
        .selectFrom('authAccounts')
        .select('password')
        .where('userId', '=', userId)
        .where('providerId', '=', 'credential')
        .executeTakeFirst()
      return account?.password ? (await library.$context).password.verify({ hash: account.password, password }) : false
    },

    async setPassword(trx: Db, userId: string, hash: string, mustChangePassword: boolean, now: Instant) {
      await trx
        .updateTable('authAccounts')
        .set({ password: hash, updatedAt: now })
        .where('userId', '=', userId)
        .where('providerId', '=', 'credential')
        .execute()
      await trx.updateTable('authUsers').set({ mustChangePassword, updatedAt: now }).where('id', '=', userId).execute()
    },
  }
}
