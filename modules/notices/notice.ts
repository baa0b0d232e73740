/**
 * Who is told of what, and how. A route is a row of data: when this event happens, these people hear of it on this channel, in the words of
 * this template. What a group sees never holds anything about a person.
 */
import type { Event } from '#modules/matters/rules/event.ts'

/** What can be told: a matter's events, a mediation file's, of the work in villages, and two that are nobody's command. */
export type Told = Event['type'] | 'vacancy' | 'code' | DisputeTold | BeatTold

/** What is told of a mediation file: that something is to be done, never what is in it. */
export const disputeTold = [
  'dispute.registered',
  'dispute.assigned',
  'dispute.alarm',
  'dispute.reminded',
  'dispute.promise',
  'dispute.message',
  'dispute.referred',
  'dispute.claimed',
  'dispute.decided',
] as const
/** What is told of the work in villages, in the inbox alone: that there is a clue, that somebody is away and who stands in. It has no routes. */
export type BeatTold = 'clue.handed' | 'clue.named' | 'clue.judged' | 'leave.entered' | 'leave.standIn'
export type DisputeTold = (typeof disputeTold)[number]

export const audiences = [
  'holder', // everybody in the seat that has it now
  'oldHolder', // everybody in the seat that had it before
  'levels', // in an emergency: every level of its ladder, and the village's police officer
  'above', // the next seat above the holder's
  'decider', // who has to decide an application
  'applicant', // who applied
  'orderer', // who gave an order that is answered, was not, or ends with the matter
  'filer', // the members of staff who filed it, and what was linked to it
  'reporters', // the residents behind it, by the telephone they left
  'mediators', // who mediates the file
  'committeeHead', // the head of its mediation committee
  'prevention', // the village's police officer and the township, when it may turn violent
  'office', // whom it was referred up to
  'judicialOffice', // who decides allowances
  'parties', // the parties, by the telephone they left
  'administrators', // who fills seats
  'group', // the group robots of its village, town and county
] as const
export type Audience = (typeof audiences)[number]

export const channels = ['app', 'push', 'sms', 'wechat', 'wecom', 'dingtalk'] as const
export type Channel = (typeof channels)[number]

/** What leaves the house on its way to somebody's own phone, or to a group. */
export const groupChannels: readonly Channel[] = ['wecom', 'dingtalk']

export type Route = {
  readonly event: Told
  readonly audience: Audience
  readonly channel: Channel
  readonly template: string
  readonly isOn: boolean
  readonly onlyEmergency: boolean
}

/** `outside` is the template's code at the provider of short messages, `wechat` at WeChat, with its fields. */
export type Template = {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
  readonly outside: string | null
  readonly wechat: string | null
  readonly wechatFields: readonly WechatField[]
}

/** A field of a template at WeChat, such as "thing1", and what goes into it: words with gaps, or for a time one of `timeGaps`. */
export type WechatField = { readonly name: string; readonly text: string }

/** The gaps a template can have. None is a person: neither names nor numbers nor words of a report ever leave in a notice. */
export const gaps = ['number', 'category', 'place', 'due', 'seat', 'kind', 'link', 'code', 'minutes', 'count'] as const
export type Gap = (typeof gaps)[number]
/** What fills the gaps, and the instant behind `due`. */
export type Facts = Readonly<Partial<Record<Gap | 'dueAt', string>>>

/** What a group may read: a number and where to look, never whose turn it is or what it is about. */
export const groupGaps: readonly Gap[] = ['number', 'place', 'due', 'link']

export const gapsOf = (text: string): string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map(([, gap = '']) => gap)

const codeGaps: readonly Gap[] = ['code', 'minutes']
const manyGaps: readonly Gap[] = ['count', 'link']
const matterGaps = gaps.filter((gap) => !codeGaps.includes(gap) && gap !== 'count')

/** A text of a one-time code, or of many matters at once, is never a rule's own: it has gaps that no single matter fills. */
export const isForRules = (code: string): boolean => code !== 'code' && !code.startsWith('many')

/** The gaps that a text can have: those that what it tells of can fill, and for a group those that say little. */
export const gapsFor = (code: string, forGroup: boolean): readonly Gap[] =>
  code === 'code' ? codeGaps : code.startsWith('many') ? manyGaps : forGroup ? groupGaps : matterGaps

export type Texts = Pick<Template, 'code' | 'title' | 'titleEn' | 'body' | 'bodyEn'>

/** The gaps of a template's texts that may not be there: unknown ones, or for a group ones that say too much. */
export const wrongGaps = ({ code, title, titleEn, body, bodyEn }: Texts, forGroup: boolean): string[] => {
  const allowed: readonly string[] = gapsFor(code, forGroup)
  return [...new Set([title, titleEn, body, bodyEn].flatMap(gapsOf))].filter((gap) => !allowed.includes(gap))
}

export const fill = (text: string, facts: Facts): string => text.replace(/\{([^{}]*)\}/g, (_, gap: string) => facts[gap as Gap] ?? '')

/** Minutes after midnight in the county, UTC+8. */
const minuteOf = (at: string): number => Math.floor((Date.parse(at) + 8 * 3_600_000) / 60_000) % 1440

export type Quiet = { readonly quietFrom: number; readonly quietUntil: number }

/** When something that is not urgent may leave the house: now, or when the quiet hours are over. Quiet hours may go over midnight. */
export function afterQuiet(at: string, { quietFrom, quietUntil }: Quiet): string {
  const minute = minuteOf(at)
  const isQuiet = quietFrom <= quietUntil ? minute >= quietFrom && minute < quietUntil : minute >= quietFrom || minute < quietUntil
  if (!isQuiet) return at
  const wait = (quietUntil - minute + 1440) % 1440
  return new Date(Math.floor(Date.parse(at) / 60_000) * 60_000 + wait * 60_000).toISOString()
}

/** Attempts before a delivery is given up, and the rest before the next one: a minute, then four times as long each time, give or take a fifth. */
export const attemptsAtMost = 6
export const restAfter = (attempts: number, chance: number): number => Math.round(60_000 * 4 ** (attempts - 1) * (0.8 + 0.4 * chance))
