/** What crosses the network about committees. */
import { z } from 'zod'
import { type Day, id, type PersonId, type PlaceCode } from '#modules/kernel/ids.ts'
import { placeCode } from '#modules/places/wire.ts'
import { committeeRoles, type Problem } from './committee.ts'

/** To the contract a text or an object; its type says more. */
const text = <T extends string>() => z.string() as unknown as z.ZodType<T>
const problem = z.looseObject({ code: z.string() }) as unknown as z.ZodType<Problem>

const day = z.iso.date().refine((typed) => typed >= '1900' && typed < '2200', 'year')

/** What the register says beside the posts. Members who are not named keep what was said of them. */
export const CommitteeChange = z.object({
  /** The last election of the whole committee. */
  electedOn: day,
  members: z
    .array(
      z.object({
        id: id<PersonId>(),
        isWoman: z.boolean(),
        /** A by-election of this one, after the committee's. */
        electedOn: day.nullable().default(null),
      }),
    )
    .max(20),
})
export type CommitteeChange = z.infer<typeof CommitteeChange>

export const CommitteesQuery = z.object({ place: placeCode.optional() })

export const MemberView = z.object({
  id: text<PersonId>(),
  name: z.string(),
  role: z.enum(committeeRoles),
  isWoman: z.boolean().nullable(),
  electedOn: text<Day>(),
  termEnds: text<Day>(),
})
export type MemberView = z.infer<typeof MemberView>

export const CommitteeView = z.object({
  place: text<PlaceCode>(),
  /** "古绛镇 城内村委会" */
  name: z.string(),
  /** Null as long as nobody has noted it. */
  electedOn: text<Day>().nullable(),
  members: z.array(MemberView),
  /** What the law finds wrong with it, as codes and facts: committee.ts. */
  problems: z.array(problem),
  /** Whether the asker keeps its register. */
  canKeep: z.boolean(),
})
export type CommitteeView = z.infer<typeof CommitteeView>
