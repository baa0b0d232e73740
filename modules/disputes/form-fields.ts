/** What several forms about disputes hold: who somebody is, and money in yuan as people type it. */
import type { Identity } from './wire.ts'

export type FilledIdentity = {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly gender: 'female' | 'male' | ''
  /** As typed. */
  readonly birthYear: string
  readonly job: string
  readonly headedBy: string
}

export const noIdentity: FilledIdentity = {
  ...{ kind: 'person', name: '', phone: '', address: '', gender: '', birthYear: '', job: '', headedBy: '' },
}

const bare = (typed: string) => typed.replace(/[\s-]/g, '')

export function identityOf({ kind, name, phone, address, gender, birthYear, job, headedBy }: FilledIdentity): Identity {
  const isPerson = kind === 'person'
  return {
    name: name.trim(),
    ...(phone.trim() ? { phone: bare(phone) } : {}),
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(isPerson && gender ? { gender } : {}),
    ...(isPerson && birthYear.trim() ? { birthYear: Number(birthYear) } : {}),
    ...(isPerson && job.trim() ? { job: job.trim() } : {}),
    ...(!isPerson && headedBy.trim() ? { headedBy: headedBy.trim() } : {}),
  }
}

/** What is known of somebody, as it stands in the form. */
export const typedIdentity = (identity: Identity | undefined): Omit<FilledIdentity, 'kind'> => ({
  name: identity?.name ?? '',
  phone: identity?.phone ?? '',
  address: identity?.address ?? '',
  gender: identity?.gender ?? '',
  birthYear: identity?.birthYear ? String(identity.birthYear) : '',
  job: identity?.job ?? '',
  headedBy: identity?.headedBy ?? '',
})

const mobile = /^1[3-9]\d{9}$/

/** The first field that holds what cannot be read. */
export function isOddIdentity({ kind, phone, birthYear }: FilledIdentity): 'phone' | 'birthYear' | undefined {
  if (phone.trim() && !mobile.test(bare(phone))) return 'phone'
  const year = birthYear.trim()
  return kind === 'person' && year && !(/^\d{4}$/.test(year) && year >= '1900' && year <= '2100') ? 'birthYear' : undefined
}

/** Fen of "3,500.50" yuan; undefined where nothing was typed, `odd` where it is no amount. */
export function fenOf(yuan: string): number | undefined | 'odd' {
  const typed = yuan.replace(/[\s,，元]/g, '')
  if (typed === '') return undefined
  const [, whole = '', part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed) ?? []
  return whole === '' ? 'odd' : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

export const yuanOf = (fen: number | null): string => (fen === null ? '' : fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

/** A count of people, from one up; undefined where it is none. */
export const wholeNumber = (typed: string): number | undefined => (/^[1-9]\d{0,5}$/.test(typed.trim()) ? Number(typed) : undefined)
