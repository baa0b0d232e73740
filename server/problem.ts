/** A refusal on its way out: the one place that knows which HTTP status says it. */
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'

export class Problem extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  not_signed_in: 401,
  'sign_in.wrong': 401,
  'sign_in.locked': 429,
  not_permitted: 403,
  'post.own': 403,
  cross_site: 403,
  not_found: 404,
  'tracking.unknown': 404,
  'photo.unknown': 404,
  invalid: 422,
  'photo.unreadable': 422,
  'photo.too_large': 413,
  too_large: 413,
  'place.unknown': 422,
  'import.bad_rows': 422,
  'change.past': 422,
  'notice.gaps': 422,
  'notice.unreachable': 422,
  'notice.wechat_field': 422,
  'notice.wechat_empty': 422,
  'wechat.unsigned': 403,
  'place.seat_missing': 422,
  'post.term': 422,
  'category.unknown': 422,
  'password.weak': 422,
  'password.wrong': 422,
  throttled: 429,
  'tracking.blocked': 429,
  'resident.too_many': 429,
  'resident.code_wrong': 401,
  internal: 500,
}

/** Anything not named here is a rule saying no: 409. */
export const statusOf = ({ refused }: Refusal): ContentfulStatusCode => statuses[refused] ?? 409

export const notFound = () => new Problem(refuse('not_found'))

/** What was decided, or the refusal on its way out. */
export const orProblem = <T extends object>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Problem(answer)
  return answer
}
