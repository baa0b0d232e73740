/** What stands in a village to keep it safe. Its officer and its officials say how many there are and whether they work, and see them again now and then. */
import { z } from 'zod'
import { type Day, type PersonId, type PlaceCode, words } from '#modules/kernel/ids.ts'
import { day, village } from '../wire.ts'

/** 警务室, 视频监控, 广播, 消防器材, 宣传栏, 路灯, 避险场所. */
export const facilityKinds = ['policeRoom', 'camera', 'broadcast', 'fireGear', 'noticeWall', 'streetLight', 'shelter', 'other'] as const
export type FacilityKind = (typeof facilityKinds)[number]

export type Facility = {
  readonly id: string
  readonly village: PlaceCode
  readonly kind: FacilityKind
  /** Where it stands: "村委会门口". */
  readonly spot: string
  readonly count: number
  readonly works: boolean
  /** When somebody last looked. */
  readonly seenOn: Day
  readonly by: PersonId
}

/** As its keeper sends it: seen today, or on the day that is named where it waited for signal. */
export const NewFacility = z.object({
  village,
  kind: z.enum(facilityKinds),
  spot: words(60),
  count: z.int().min(1).max(9999),
  works: z.boolean(),
  seenOn: day.optional(),
})
export type NewFacility = z.infer<typeof NewFacility>

/** One in a list, with who saw it last. */
export type FacilityRow = Facility & { readonly byName: string }
