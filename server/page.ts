/** The frame of every public page: one request, no script needed, readable at 320 pixels, by a screen reader and in large print. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { colours } from '#web/ui/tokens.ts'
import { asset } from './assets.ts'
import type { Env } from './context.ts'
import { isLarge } from './visitor.ts'
import { type Say, words } from './words.ts'

export type Html = ReturnType<typeof html>

export type Page = {
  readonly title: string
  readonly body: Html
  /** Scripts that add comfort; the page does its job without them. */
  readonly scripts?: readonly string[]
  readonly status?: ContentfulStatusCode
  /** The id of a form whose content the switches of language and print send along, so that switching loses nothing. */
  readonly form?: string
  /** Holds somebody's own matter: not for search engines, not for any cache. */
  readonly isPrivate?: boolean
  /** Its forms rest on a cookie, not on its address: then the browser has to say where they come from. */
  readonly hasSession?: boolean
}

/** A page's words. */
export const sayIn = (c: Context<Env>): Say => words(c.var.language)

export function page(
  c: Context<Env>,
  { title, body, scripts = [], status = 200, form, isPrivate = false, hasSession = false }: Page,
): Response | Promise<Response> {
  const say = sayIn(c)
  const name = say('app:name')
  c.header('cache-control', isPrivate ? 'private, no-store' : 'private, no-cache')
  c.header('vary', 'cookie')
  if (isPrivate) c.header('x-robots-tag', 'noindex, nofollow')
  return c.html(
    html`<!doctype html>
<html lang="${c.var.language}"${isLarge(c) ? html` data-print="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${colours.light.ground}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${colours.dark.ground}">
${isPrivate ? html`<meta name="robots" content="noindex, nofollow">${hasSession ? '' : html`<meta name="referrer" content="no-referrer">`}` : ''}
<title>${title === name ? name : `${title} · ${name}`}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${asset('public.css')}">
${scripts.map((script) => html`<script type="module" src="${asset(script)}"></script>`)}
</head>
<body>
<a class="skip" href="#main">${say('public:layout.skip')}</a>
<header>
<a class="home" href="/">${mark}<span>${name}</span></a>
<nav aria-label="${say('public:layout.choices')}">${switches(c, form)}</nav>
</header>
<main id="main">${body}</main>
<footer>
<p class="urgent-line">${urgent(say)}</p>
<p>${say('public:layout.about')}</p>
</footer>
</body>
</html>`,
    status,
  )
}

/** Large print and language: links, or on a form's page buttons that send the form along to be shown again. */
function switches(c: Context<Env>, form: string | undefined): Html {
  const say = sayIn(c)
  const large = {
    name: 'large',
    value: isLarge(c) ? '0' : '1',
    text: say(isLarge(c) ? 'public:layout.normalPrint' : 'public:layout.largePrint'),
    lang: c.var.language,
  }
  const language =
    c.var.language === 'en'
      ? { name: 'lang', value: 'zh', text: '中文', lang: 'zh-CN' }
      : { name: 'lang', value: 'en', text: 'English', lang: 'en' }
  const each = [large, language]
  if (!form)
    return html`${each.map(({ name, value, text, lang }) => html`<a href="${addressWith(c, name, value)}" lang="${lang}" rel="nofollow">${text}</a>`)}`
  // The first submit button of a form is what Enter presses: it has to be the ordinary one.
  return html`<button class="unseen" form="${form}" tabindex="-1" aria-hidden="true"></button>
${each.map(({ name, value, text, lang }) => html`<button class="plain" form="${form}" formnovalidate name="again" value="${name}-${value}" lang="${lang}">${text}</button>`)}`
}

function addressWith(c: Context<Env>, name: string, value: string): string {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.delete('lang')
  searchParams.delete('large')
  searchParams.set(name, value)
  return `${pathname}?${searchParams}`
}

/** "110 / 119 / 120", each to be tapped. */
export const urgentNumbers = (say: Say): Html =>
  html`<span class="unbroken">${['110', '119', '120'].map((number, index) => html`${index > 0 ? ' / ' : ''}<a href="tel:${number}" aria-label="${say(`public:layout.ring${number}`)}">${number}</a>`)}</span>`

/** "紧急情况请先拨打 110 / 119 / 120" */
export const urgent = (say: Say): Html => html`${say('public:layout.urgent')} ${urgentNumbers(say)}`

/** The mark: a stone arch over still water, a maple leaf's red for the sun behind it (web/ui/mark.tsx). */
export const mark: Html = html`<svg class="mark" width="40" height="40" viewBox="0 0 64 64" aria-hidden="true"><path d="M32 8l3.2 6.2 4.6-2.4-1 7.4 6.6-1-2.6 5 5 3-9 4.4.8 3.4-7.6-1.6-7.6 1.6.8-3.4-9-4.4 5-3-2.6-5 6.6 1-1-7.4 4.6 2.4z" fill="var(--accent)"/><path d="M4 50c6 0 8-16 28-16s22 16 28 16v-5c-5-1-9-17-28-17S9 44 4 45z" fill="var(--ink)"/><path d="M18 50a14 11 0 0 1 28 0" fill="none" stroke="var(--ink)" stroke-width="3"/><path d="M8 56h48" stroke="var(--ink)" stroke-width="2.4" stroke-linecap="round"/></svg>`
