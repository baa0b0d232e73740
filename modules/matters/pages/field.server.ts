/** What the report's form is drawn from, and how a field and its error are joined. */
import { html } from 'hono/html'
import type { Category } from '#modules/categories/category.ts'
import type { Place } from '#modules/places/place.ts'
import type { PlaceHit } from '#modules/places/wire.ts'
import type { Html } from '#server/page.ts'
import type { Draft, Field } from './draft.server.ts'

export type Errors = Partial<Record<Field, string>>

/** What the form needs to be drawn beside what was typed. */
export type Drawn = {
  readonly draft: Draft
  readonly errors: Errors
  /** A sentence over the whole form: why it is shown again. */
  readonly note?: Html | string | undefined
  /** Open matters that may be the same, with their buttons. */
  readonly offers: Html | undefined
  readonly kinds: readonly Category[]
  readonly choices: readonly Category[]
  /** Their names by their codes. */
  readonly departments: ReadonlyMap<string, string>
  /** Days after its end for which the county keeps how to reach the reporter. */
  readonly keptDays: number
  readonly english: boolean
  readonly thumbnails: readonly { id: string; source: string }[]
  readonly where: Where
}

export type Where = {
  readonly chosen: { readonly code: string; readonly path: string } | undefined
  readonly hits: readonly PlaceHit[] | undefined
  readonly villages: readonly { readonly town: Place; readonly villages: readonly Place[] }[]
  readonly lanes: readonly { readonly grid: Place; readonly lanes: readonly Place[] }[]
}

/** Joins a field to what is said about it. */
export const described = (field: Field, errors: Errors): Html =>
  errors[field] ? html` aria-invalid="true" aria-describedby="${field}-error ${field}-hint"` : html` aria-describedby="${field}-hint"`

export const errorOf = (field: Field, errors: Errors): Html | '' =>
  errors[field] ? html`<p class="error" id="${field}-error" role="alert">${errors[field]}</p>` : ''
