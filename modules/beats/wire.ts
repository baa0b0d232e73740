/** What crosses the network about beats. Both ends parse with these, so neither can drift. */
import { z } from 'zod'
import { type CommandId, type DisputeId, id, type MatterId, type PersonId, text, words } from '#modules/kernel/ids.ts'
import { departmentCode } from '#modules/people/wire.ts'
import { lengthOf } from '#modules/places/place.ts'
import { placeCode } from '#modules/places/wire.ts'
import { entryKinds, groupKinds, houseNumber, purposes, standingKinds } from './beat.ts'

const uuid = z.uuid().transform((value) => value.toLowerCase())
const instant = z.iso.datetime({ offset: true }).transform((typed) => new Date(typed).toISOString())
/** A day of our times: the database knows no year 0. */
export const day = z.iso.date().refine((typed) => typed >= '1900' && typed < '2200', 'year')
const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'month')
export const village = placeCode.refine((code) => code.length === lengthOf('village'), 'village')
const lane = placeCode.refine((code) => code.length === lengthOf('lane'), 'lane')

export const Facts = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), state: z.enum(['planned', 'done']), plan: text(500).optional() }),
  z.object({
    kind: z.literal('visit'),
    lane,
    house: words(20).transform((typed, context) => {
      const house = houseNumber(typed)
      if (house === undefined) context.addIssue({ code: 'custom', message: 'house' })
      return house ?? ''
    }),
    purpose: z.enum(purposes),
    heard: text(1000),
    promised: text(500).optional(),
    promisedBy: day.optional(),
  }),
  z.object({ kind: z.literal('meeting'), about: words(300), attended: z.int().min(1).max(5000).optional() }),
  z.object({ kind: z.literal('help'), team: words(100), what: words(500) }),
  z.object({ kind: z.literal('advice'), question: words(500), answer: text(1000), isSolved: z.boolean() }),
  z.object({ kind: z.literal('entries'), of: z.enum(entryKinds), count: z.int().min(1).max(2000) }),
])
export type Facts = z.infer<typeof Facts>

/** What came of it: a matter, or a dispute. */
export const Came = z.object({ matterId: id<MatterId>().optional(), disputeId: id<DisputeId>().optional() })
export type Came = z.infer<typeof Came>

export const Command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('file'), village, on: day, facts: Facts }),
  z.object({ do: z.literal('amend'), on: day, facts: Facts }),
  z.object({ do: z.literal('void'), reason: words(200) }),
  /** A planned day: it was done, or it will not be. */
  z.object({ do: z.literal('finish'), state: z.enum(['done', 'cancelled']) }),
  z.object({ do: z.literal('keep'), on: day }),
  Came.extend({ do: z.literal('follow') }),
])
export type Command = z.infer<typeof Command>

/** A command as the outbox sends it. Its id, and the record's, are minted once, on the device. */
export const Envelope = z.object({ commandId: id<CommandId>(), command: Command, madeAt: instant.optional() })
export type Envelope = z.infer<typeof Envelope>

/** Records of a village, or of all villages the asker may read, newest first. */
export const Asked = z.object({
  village: placeCode.optional(),
  by: id<PersonId>().optional(),
  kind: z.enum(['day', 'visit', 'meeting', 'help', 'advice', 'entries']).optional(),
  since: day.optional(),
  until: day.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type Asked = z.infer<typeof Asked>

export const NewBulletin = z.object({ id: uuid, village, title: words(60), body: words(4000) })
export type NewBulletin = z.infer<typeof NewBulletin>

export const NewClue = z.object({
  id: uuid,
  village,
  on: day,
  words: words(2000),
  /** Who told it: sealed, and read by the author alone. */
  source: text(200).optional(),
  /** A department's code, or `station` or `judicial`. */
  unit: departmentCode,
  /** Who else is to read it: people who work for the village. */
  named: z.array(id<PersonId>()).max(10).default([]),
})
export type NewClue = z.infer<typeof NewClue>
/** Clues that I handed on (`mine`) or that came to me (`given`). Those that wait come the oldest first, all else the newest first. */
export const CluesAsked = z.object({
  which: z.enum(['waiting', 'answered']).optional(),
  of: z.enum(['mine', 'given']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type CluesAsked = z.infer<typeof CluesAsked>

export const ClueOutcome = z.object({ isUseful: z.boolean(), reason: words(500) })

export const Group = z.object({
  id: uuid,
  village,
  kind: z.enum(groupKinds),
  name: words(60),
  size: z.int().min(1).max(5000),
  lastNoticeOn: day.optional(),
  /** When it was looked at, if that was not today: what waited for signal says so. */
  seenOn: day.optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .optional(),
})
export type Group = z.infer<typeof Group>

export const NewLeave = z.object({ id: uuid, village, person: id<PersonId>(), from: day, to: day, substitute: id<PersonId>().optional() })
export type NewLeave = z.infer<typeof NewLeave>

/** Cases or petitions by village and month; a list of them is imported whole or not at all. No number takes back what was reported. */
export const Reports = z.object({
  kind: z.enum(standingKinds),
  rows: z
    .array(z.object({ village, month, count: z.int().min(0).max(10_000).nullable() }))
    .min(1)
    .max(5000),
})
export type Reports = z.infer<typeof Reports>

/** What was reported of a year, and which villages there are to report of. */
export const ReportsAsked = z.object({ kind: z.enum(standingKinds), year: z.coerce.number().int().min(1900).max(2199) })
