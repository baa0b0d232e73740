/** What the server answers about matters. */
import { z } from 'zod'
import type { Instant, MatterId } from '#modules/kernel/ids.ts'
import type { PlaceName } from '#modules/places/wire.ts'
import type { Matter, Status } from './matter.ts'
import type { Recorded } from './rules/event.ts'
import type { Surroundings } from './rules/procedure.ts'

/** Its fields are the type Matter's; to the contract it is an object. */
const row = z.looseObject({
  id: z.string(),
  place: z.string(),
  category: z.string(),
  words: z.string(),
  status: z.string(),
}) as unknown as z.ZodType<Matter>

/** A row of a queue: the matter, and the names a person reads. */
export const MatterRow = z.object({
  matter: row,
  /** "20181024-7F3KX": a number to say on the telephone. */
  number: z.string(),
  categoryName: z.string(),
  /** "卫庄镇 东村 3网格 二巷" */
  placeName: z.string(),
  holderName: z.string(),
  workerName: z.string().nullable(),
  photos: z.number(),
})
export type MatterRow = z.infer<typeof MatterRow>

export const QueuePage = z.object({ rows: z.array(MatterRow), next: z.string().nullable() })
export type QueuePage = z.infer<typeof QueuePage>

const reachable = { name: z.string().nullable(), phone: z.string().nullable() }

/** How to reach whoever stands behind a matter, whole: who reported it first, and those who joined. */
export const Contacts = z.object({ ...reachable, others: z.array(z.object(reachable)) })
export type Contacts = z.infer<typeof Contacts>

/** Somebody who can be handed a matter: a filled seat and the names of who sits there. */
export const FilledSeat = z.object({
  role: z.string(),
  place: z.string(),
  department: z.string().nullable(),
  placeName: z.string(),
  names: z.array(z.string()),
})
export type FilledSeat = z.infer<typeof FilledSeat>

/** A seat that an emergency was told to: who sits there, and who of them opened the file first. */
export type Watch = {
  readonly role: string
  readonly place: string
  readonly placeName: string
  readonly names: readonly string[]
  readonly seenAt: Instant | null
  readonly seenBy: string | null
}

/** Another matter, by what people call it. */
export type Other = { readonly id: MatterId; readonly number: string; readonly status: Status }

/** The names of whoever an event speaks of: who did it, where it went, who decides about it, where it was before. */
export type EventNames = {
  readonly byName: string | null
  readonly toName: string | null
  readonly deciderName: string | null
  readonly fromName: string | null
}

export type MatterFile = {
  readonly row: MatterRow
  readonly path: readonly PlaceName[]
  readonly events: readonly (Recorded & EventNames)[]
  /** What decide() needs, so that the screen can ask the same rules: with the names of who sits in each seat. */
  readonly around: Omit<Surroundings, 'at' | 'filled'> & { readonly filled: readonly FilledSeat[] }
  /** In an emergency: every seat that was told, who has opened it first and when. Null for any other matter. */
  readonly watch: readonly Watch[] | null
  /** Duplicates linked to this one, and the one that this is linked to. */
  readonly duplicates: readonly Other[]
  readonly main: Other | null
  /** How the first reporter can be reached, masked, and how many who joined can be; the whole is shown on request, and the request is recorded. */
  readonly contact: { readonly name: string | null; readonly phone: string | null; readonly others: number } | null
}

/** The receipt of a report: the matter as it stands now, and its number. The file is asked for by whoever opens it. */
export const Filed = z.object({ matter: row, number: z.string() })
export type Filed = z.infer<typeof Filed>

/** For the desk's first page. Counts stop at 1,000: nobody acts differently on 1,001. */
export const Counts = z.object({
  todo: z.number(),
  late: z.number(),
  soon: z.number(),
  /** Applications that wait for a decision of the actor's. */
  decide: z.number(),
  /** Orders from above that the actor has not answered. */
  ordered: z.number(),
  settled: z.number(),
  open: z.number(),
  emergencies: z.number(),
  vacancies: z.number(),
})
export type Counts = z.infer<typeof Counts>
