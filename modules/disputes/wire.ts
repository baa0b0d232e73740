/** What crosses the network about disputes. Both ends parse with these, so neither can drift. */
import { z } from 'zod'
import { type CommandId, type DisputeId, id, type MatterId, type PersonId, type PhotoId, text, words } from '#modules/kernel/ids.ts'
import { roleNames } from '#modules/people/role.ts'
import { phone } from '#modules/people/wire.ts'
import { placeCode } from '#modules/places/wire.ts'
import { concerns, guestKinds, papers, pieceKinds, retentions, routes, scales, sides, sources, speakers, statuses } from './dispute.ts'
import { grades } from './rules/allowance.ts'
import { signs } from './rules/danger.ts'

const instant = z.iso.datetime({ offset: true }).transform((typed) => new Date(typed).toISOString())
/** A day of our times: the database knows no year 0. */
export const day = z.iso.date().refine((typed) => typed >= '1900' && typed < '2200', 'year')
const uuid = z.uuid().transform((value) => value.toLowerCase())
const fen = z.int().min(0).max(100_000_000_000)
const typeCode = z.string().regex(/^\d{2}(\d{2})?$/, 'type code')
/** One of the 18 types of the national statistics: codes/national.ts. */
const nationalCode = z.string().regex(/^[a-z_]{2,30}$/, 'national type')
const longest = 4000

/** Who somebody is. Sealed where it is kept; the fewest fields the forms of 司发通〔2010〕239号 need, and no number of any paper. */
export const Identity = z.object({
  name: words(50),
  phone: phone.optional(),
  address: words(200).optional(),
  gender: z.enum(['female', 'male']).optional(),
  birthYear: z.int().min(1900).max(2100).optional(),
  job: words(50).optional(),
  /** Of an organisation: who stands for it by law or office. */
  headedBy: words(50).optional(),
})
export type Identity = z.infer<typeof Identity>

export const NewParty = z.object({
  id: uuid,
  kind: z.enum(['person', 'organisation']),
  side: z.enum(sides),
  /** The party that this one speaks for, and by what; an agent where nothing is said. */
  of: uuid.optional(),
  speaksAs: z.enum(speakers).optional(),
  needsGuardian: z.boolean().optional(),
  identity: Identity,
})
export type NewParty = z.infer<typeof NewParty>

const about = {
  type: typeCode,
  nationalType: nationalCode.optional(),
  scale: z.enum(scales),
  occurredOn: day,
  involved: z.int().min(1).max(999_999),
  fen: fen.optional(),
  summary: words(longest),
  wish: text(1000),
}

/** A new file. With `matterId`, the matter goes on in it; what is left out is taken from the matter. */
export const Register = z.object({
  commandId: id<CommandId>(),
  id: id<DisputeId>(),
  committee: placeCode,
  place: placeCode,
  source: z.enum(sources),
  referredBy: words(100).optional(),
  matterId: id<MatterId>().optional(),
  ...about,
  isDifficult: z.boolean().default(false),
  parties: z.array(NewParty).max(30).default([]),
  madeAt: instant.optional(),
})
export type Register = z.infer<typeof Register>

const Term = z.object({ id: uuid, by: uuid, what: words(500), way: words(200), dueOn: day, fen: fen.optional() })

export const Command = z.discriminatedUnion('do', [
  z.object({ do: z.literal('amend'), ...about, isDifficult: z.boolean() }),
  z.object({ do: z.literal('addParty'), party: NewParty }),
  z.object({ do: z.literal('amendParty'), party: uuid, identity: Identity, side: z.enum(sides), needsGuardian: z.boolean().optional() }),
  z.object({ do: z.literal('removeParty'), party: uuid }),
  z.object({ do: z.literal('checkPaper'), party: uuid, paper: z.enum(papers) }),
  z.object({ do: z.literal('inform'), party: uuid, on: day }),
  /** A party's own word; `through` somebody who speaks for them. */
  z.object({ do: z.literal('consent'), party: uuid, wantsOpen: z.boolean().default(false), through: uuid.optional() }),
  z.object({ do: z.literal('decline'), party: uuid, reason: text(500), routes: z.array(z.enum(routes)).max(3), through: uuid.optional() }),
  z.object({ do: z.literal('assign'), mediators: z.array(id<PersonId>()).min(1).max(5), chosenBy: z.enum(['committee', 'parties']) }),
  z.object({ do: z.literal('recuse'), mediator: id<PersonId>(), askedBy: z.enum(['mediator', 'party']), reason: words(500) }),
  z.object({ do: z.literal('accept') }),
  z.object({ do: z.literal('setOpenness'), isOpen: z.boolean(), agreedBy: z.array(uuid).max(30) }),
  z.object({ do: z.literal('invite'), guest: uuid, kind: z.enum(guestKinds), identity: Identity, agreedBy: z.array(uuid).max(30) }),
  z.object({
    do: z.literal('hold'),
    session: uuid,
    startedAt: instant,
    endedAt: instant,
    where: words(100),
    parties: z.array(uuid).min(1).max(30),
    mediators: z.array(id<PersonId>()).min(1).max(5),
    guests: z.array(uuid).max(20).default([]),
    notes: words(longest),
  }),
  z.object({ do: z.literal('inquire'), inquiry: uuid, on: day, where: words(100), whom: words(100), notes: words(longest) }),
  z.object({
    do: z.literal('attach'),
    piece: uuid,
    kind: z.enum(pieceKinds),
    title: words(100),
    party: uuid.optional(),
    photos: z.array(id<PhotoId>()).min(1).max(20),
  }),
  z.object({ do: z.literal('extend'), until: day, agreedBy: z.array(uuid).max(30), reason: words(500) }),
  z.object({
    do: z.literal('agree'),
    form: z.enum(['written', 'oral']),
    facts: words(longest),
    issues: words(1000),
    responsibility: words(1000),
    terms: z.array(Term).min(1).max(20),
    on: day,
  }),
  z.object({
    do: z.literal('sign'),
    /** `all`: a scan of the paper that everybody signed and that bears the seal. */
    as: z.enum(['party', 'mediator', 'seal', 'all']),
    /** The party, where a party signs. */
    party: uuid.optional(),
    through: uuid.optional(),
    way: z.enum(['drawn', 'scan']),
    photos: z.array(id<PhotoId>()).min(1).max(20),
    /** The day on the paper: must be given where it was signed on paper, for the agreement binds from it. */
    on: day.optional(),
    device: text(100).optional(),
  }),
  z.object({ do: z.literal('fail'), reason: words(1000), routes: z.array(z.enum(routes)).max(3) }),
  z.object({ do: z.literal('withdraw'), party: uuid, reason: text(500), routes: z.array(z.enum(routes)).max(3) }),
  z.object({ do: z.literal('perform'), term: uuid, on: day, words: text(500) }),
  z.object({ do: z.literal('breach'), term: uuid, words: words(500), routes: z.array(z.enum(routes)).max(3) }),
  /** A party says that a promise was kept. */
  z.object({ do: z.literal('confirmTerm'), term: uuid }),
  /** A party says that it was not, or anything else they want the mediators to know. */
  z.object({ do: z.literal('tell'), words: words(500) }),
  z.object({
    do: z.literal('askCourt'),
    court: words(100),
    on: day,
    agreedBy: z.array(uuid).max(30),
    /** What the court is to confirm; it takes rights and duties between the parties, and nothing else (rules/court.ts). */
    concerns: z.enum(concerns),
  }),
  z.object({
    do: z.literal('courtDecided'),
    result: z.enum(['confirmed', 'rejected', 'notAccepted']),
    on: day,
    paperNumber: text(60).optional(),
  }),
  z.object({
    do: z.literal('revisit'),
    revisit: uuid,
    on: day,
    parties: z.array(uuid).min(1).max(30),
    performance: z.enum(['done', 'partly', 'not']),
    satisfaction: z.enum(['satisfied', 'fair', 'unsatisfied']),
    danger: z.boolean(),
    notes: words(1000),
  }),
  z.object({ do: z.literal('noteSigns'), signs: z.array(z.enum(signs)).max(signs.length) }),
  z.object({ do: z.literal('prevent'), words: words(1000) }),
  z.object({ do: z.literal('tellPolice'), station: words(60), toldAt: instant, words: words(500).optional() }),
  z.object({ do: z.literal('referUp'), role: z.enum(roleNames), place: placeCode, reason: words(500) }),
  z.object({ do: z.literal('comment'), words: words(1000) }),
  z.object({ do: z.literal('close'), note: words(2000) }),
  z.object({ do: z.literal('archive'), retention: z.enum(retentions), shelf: text(60) }),
  z.object({ do: z.literal('claim'), grade: z.enum(grades) }),
  z.object({ do: z.literal('callBack'), result: z.enum(['confirmed', 'doubted']), words: text(500) }),
  z.object({ do: z.literal('decideClaim'), isGranted: z.boolean(), reason: text(500) }),
])
export type Command = z.infer<typeof Command>

/** A command as the outbox sends it. The id is minted once, on the device, so a retry is recognised. */
export const Envelope = z.object({
  commandId: id<CommandId>(),
  command: Command,
  madeAt: instant.optional(),
})
export type Envelope = z.infer<typeof Envelope>

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value), z.array(item).max(50))

/** The register's questions. `after` is the cursor that the page before gave. */
export const Asked = z.object({
  view: z.enum(['mine', 'due', 'danger', 'claims', 'all']).default('all'),
  status: list(z.enum(statuses)).optional(),
  type: list(typeCode).optional(),
  committee: placeCode.optional(),
  since: day.optional(),
  until: day.optional(),
  search: text(50).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})
export type Asked = z.infer<typeof Asked>

/** Days, both included, of the calendar of due dates. */
export const Between = z.object({ from: day, until: day })

/** The national form: of a year, and of whom. */
export const Statistics = z.object({ year: z.coerce.number().int().min(2000).max(2100), place: placeCode.optional() })
