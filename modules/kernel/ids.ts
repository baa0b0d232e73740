/** Names for the strings that travel most, so that one cannot be taken for another. */
import { z } from 'zod'

declare const brand: unique symbol
type Branded<B extends string> = string & { readonly [brand]: B }

export type MatterId = Branded<'MatterId'>
export type DisputeId = Branded<'DisputeId'>
export type PersonId = Branded<'PersonId'>
export type PostId = Branded<'PostId'>
export type PhotoId = Branded<'PhotoId'>
export type CommandId = Branded<'CommandId'>

/** Six digits of GB/T 2260: the county, which leads every key. */
export type County = Branded<'County'>
/** 6, 9, 12, 15 or 18 digits: county, town, village, grid, lane. */
export type PlaceCode = Branded<'PlaceCode'>

/** An ISO 8601 instant in UTC with milliseconds, "2018-10-24T01:30:00.000Z". Sorts as text. */
export type Instant = string
/** A calendar day in the county's time (UTC+8), "2018-10-24". Never a Date: a Date is a day early in UTC. */
export type Day = string

/** A UUID minted wherever the thing was made: on the phone, the desk or the server. */
export const id = <T extends string>() => z.uuid().transform((value) => value.toLowerCase() as T)

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are exactly what is refused
const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/

/** Text as people type it: trimmed, at most `max` characters. Control characters other than line breaks, and half characters, are refused. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(printable, 'control characters')
    .refine((typed) => typed.isWellFormed(), 'half a character')

/** People's words: text that says something. */
export const words = (max: number) => text(max).min(1)
