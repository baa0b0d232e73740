/** What a visitor chose about the pages: language and size of print. Two cookies, set by a link, so that no account and no script is needed. */
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Env } from './context.ts'
import type { Language } from './words.ts'

/** Programs ask for a language in their header; people choose it on the page, and a phone's own setting does not choose for them. */
export const isForPrograms = (path: string): boolean => /^\/(api|health)(\/|$)/.test(path)

export function languageOf(c: Context): Language {
  const said = isForPrograms(c.req.path) ? c.req.header('accept-language') : (c.req.query('lang') ?? getCookie(c, 'language'))
  return said?.startsWith('en') ? 'en' : 'zh-CN'
}

/** Large print (适老化): as this very request says, else as remembered. */
export const isLarge = (c: Context<Env>): boolean => (c.get('large' as never) ?? c.req.query('large') ?? getCookie(c, 'large')) === '1'

const yearly = { path: '/', maxAge: 31_536_000, sameSite: 'Lax' } as const

export type Choice = { readonly lang?: string | undefined; readonly large?: string | undefined }

/** Takes up a choice for this answer and remembers it for a year. Anything but the offered values is left alone. */
export function choose(c: Context<Env>, { lang, large }: Choice): void {
  const secure = c.var.address.startsWith('https:')
  if (lang === 'en' || lang === 'zh') {
    c.set('language', lang === 'en' ? 'en' : 'zh-CN')
    setCookie(c, 'language', c.var.language, { ...yearly, secure })
  }
  if (large === '1' || large === '0') {
    c.set('large' as never, large as never)
    setCookie(c, 'large', large, { ...yearly, secure })
  }
}

/** A link with ?lang=en or ?large=1 is a choice. */
export const choosing = createMiddleware<Env>(async (c, next) => {
  if (c.req.method === 'GET' && !isForPrograms(c.req.path)) choose(c, { lang: c.req.query('lang'), large: c.req.query('large') })
  await next()
})

/** Pages whose address is a secret, a tracking code, tell it to nobody: no Referer header leaves them. Set after every other header. */
export const unreferred = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('referrer-policy', 'no-referrer')
})

/** From such a page a browser sends a form with the origin "null". What may be done there follows from the address, never from a cookie. */
export const isUnreferred = (origin: string, path: string): boolean => origin === 'null' && /^\/[tm](\/|$)/.test(path)
