/** What crosses the network about matters. Both ends parse with these, so neither can drift. */
import { z } from 'zod'
import { type CommandId, id, type MatterId, type PhotoId, text, words } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import { departmentCode, phone } from '#modules/people/wire.ts'
import { lengthOf } from '#modules/places/place.ts'
import { placeCode } from '#modules/places/wire.ts'
import { applicationKinds, daysAtMost, photosAtMost, statuses, wordsAtMost } from './matter.ts'

const photos = z.array(id<PhotoId>()).max(photosAtMost).optional()
const instant = z.iso.datetime({ offset: true }).transform((typed) => new Date(typed).toISOString())
const categoryCode = z.string().regex(/^\d{4}$/, 'category code')
const version = z.int().min(1)
/** A day of our times: the database knows no year 0. */
const day = z.iso.date().refine((typed) => typed >= '1900' && typed < '2200', 'year')

/** Sixteen letters and digits (Crockford's base 32, 80 random bits); people may type it in any case, with hyphens, with O for 0. */
export const trackingCode = z
  .string()
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, 'tracking code'))

const subject = {
  commandId: id<CommandId>(),
  id: id<MatterId>(),
  place: placeCode,
  category: categoryCode,
  words: words(wordsAtMost),
  photos,
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
}

export const Contact = z.object({ name: words(30).optional(), phone: phone.optional() })
export type Contact = z.infer<typeof Contact>

/** A report by staff: for themselves, or for somebody who rang or came. */
export const Report = z.object({
  ...subject,
  source: z.enum(['staff', 'phone', 'inPerson']).default('staff'),
  contact: Contact.optional(),
  /** Settled on the spot: what was done. */
  outcome: words(wordsAtMost).optional(),
  /** When it was tapped, if it had to wait for signal. */
  madeAt: instant.optional(),
})
export type Report = z.infer<typeof Report>

/** A resident's report. The tracking code is minted with the form, so that a form sent twice shows the same one. */
export const PublicReport = z.object({
  ...subject,
  /** A village or something in it: nobody stands in a whole town. */
  place: placeCode.refine((code) => code.length >= lengthOf('village'), 'village'),
  contact: Contact.optional(),
  tracking: trackingCode,
})
export type PublicReport = z.infer<typeof PublicReport>

/** Joining a report that somebody else made: nothing more need be said. */
export const PublicJoin = PublicReport.extend({ words: text(wordsAtMost) })

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

/** A report that is still being written: is it one of these? */
export const Near = z.object({
  place: placeCode,
  category: categoryCode,
  words: text(200).default(''),
  latitude: degrees(90).optional(),
  longitude: degrees(180).optional(),
})
export type Near = z.infer<typeof Near>

export const Command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('settle'), outcome: words(wordsAtMost), photos }),
  z.object({ do: z.literal('passUp'), reason: words(500), photos }),
  z.object({ do: z.literal('handDown'), role: z.enum(roleNames), place: placeCode, words: words(500) }),
  z.object({ do: z.literal('handOver'), department: departmentCode, words: words(500) }),
  z.object({ do: z.literal('refuse'), reason: words(500), channel: words(200) }),
  z.object({
    do: z.literal('apply'),
    kind: z.enum(applicationKinds),
    reason: words(500),
    days: z.int().min(1).max(daysAtMost.extension).optional(),
    until: z.iso.date().optional(),
    category: categoryCode.optional(),
  }),
  z.object({ do: z.literal('cancel'), application: version }),
  z.object({ do: z.literal('grant'), application: version, words: words(500).optional() }),
  z.object({ do: z.literal('decline'), application: version, reason: words(500) }),
  z.object({ do: z.literal('order'), kind: z.enum(['supervise', 'urge']), words: words(500), dueBy: instant }),
  z.object({ do: z.literal('answer'), order: version, words: words(wordsAtMost), photos }),
  z.object({ do: z.literal('resume'), reason: words(500) }),
  z.object({ do: z.literal('tellPolice'), station: words(60), toldAt: instant, words: words(500).optional() }),
  z.object({ do: z.literal('link'), to: id<MatterId>(), words: words(500).optional() }),
  z.object({ do: z.literal('unlink'), reason: words(500).optional() }),
  z.object({ do: z.literal('comment'), words: words(500), photos, isPublic: z.boolean().default(false) }),
  z.object({ do: z.literal('verify') }),
  z.object({ do: z.literal('rate'), rating: z.int().min(1).max(5), words: words(500).optional() }),
  z.object({ do: z.literal('reopen'), reason: words(500), photos }),
  z.object({ do: z.literal('withdraw'), reason: words(500).optional() }),
  z.object({ do: z.literal('close') }),
])
export type Command = z.infer<typeof Command>

/** A command as the outbox sends it. The id is minted once, on the device, so a retry is recognised. */
export const Envelope = z.object({
  commandId: id<CommandId>(),
  command: Command,
  /** The version the sender saw. Older than the last move, and the command is refused as stale. */
  version: z.int().min(1).optional(),
  madeAt: instant.optional(),
})
export type Envelope = z.infer<typeof Envelope>

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value), z.array(item).max(50))

/** The queue's questions. `after` is the cursor that the page before gave. */
export const Queue = z.object({
  view: z.enum(['todo', 'soon', 'late', 'decide', 'ordered', 'done', 'reported', 'all']).default('all'),
  status: list(z.enum(statuses)).optional(),
  category: list(z.string().regex(/^\d{2}(\d{2})?$/)).optional(),
  place: placeCode.optional(),
  department: departmentCode.optional(),
  since: day.optional(),
  until: day.optional(),
  emergency: z.stringbool().optional(),
  search: text(50).optional(),
  sort: z.enum(['due', 'newest', 'oldest']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type Queue = z.infer<typeof Queue>

export const columns = [
  'number',
  'category',
  'place',
  'words',
  'status',
  'holder',
  'worker',
  'reportedAt',
  'lateSince',
  'dueBy',
  'application',
  'orders',
  'settledAt',
  'outcome',
  'source',
  'rating',
] as const
export type Column = (typeof columns)[number]

/** The same question, and which columns of the answer. */
export const Export = Queue.extend({
  columns: list(z.enum(columns)).default(['number', 'category', 'place', 'words', 'status', 'holder', 'reportedAt', 'dueBy']),
})
