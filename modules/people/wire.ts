/** What crosses the network about people and posts. */
import { z } from 'zod'
import { id, type PersonId, type PostId, text, words } from '#modules/kernel/ids.ts'
import { placeCode } from '#modules/places/wire.ts'
import { roleNames } from './role.ts'

/** Eleven digits of a Chinese mobile number; spaces and hyphens that people type are dropped. */
export const phone = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, 'mobile number'))

/** At least 8 characters of at least three of: small letters, capitals, digits, others (GB/T 22239 8.1.4.1 a). */
export const password = z
  .string()
  .min(8)
  .max(128)
  .refine((typed) => [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(typed)).length >= 3, 'password classes')

export const SignIn = z.object({ phone, password: z.string().min(1).max(128) })
export const ChangePassword = z.object({ current: z.string().min(1).max(128), next: password })

const day = z.iso.date()
/** A department's code, "housing". */
export const departmentCode = z.string().regex(/^[a-z][a-z_]{0,19}$/, 'department code')

const department = departmentCode.nullable().default(null)

export const NewPost = z.object({
  id: id<PostId>(),
  role: z.enum(roleNames),
  place: placeCode,
  department,
  since: day.optional(),
  until: day.optional(),
})
export type NewPost = z.infer<typeof NewPost>

/** A new person on the staff, with their first post and a password to be changed at the first sign-in. */
export const NewPerson = z.object({ id: id<PersonId>(), name: words(30), phone, password, post: NewPost.optional() })
export type NewPerson = z.infer<typeof NewPerson>

export const EndPost = z.object({
  /** Who takes over what the leaver was working on. Without one it goes to the others in the seat, or up the ladder. */
  successor: id<PersonId>().optional(),
})
export const HandOver = z.object({ to: id<PersonId>(), postId: id<PostId>() })
export const ResetPassword = z.object({ password })

export const PeopleQuery = z.object({
  place: placeCode.optional(),
  role: z.enum(roleNames).optional(),
  search: text(30).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PostView = z.object({
  id: z.string().transform((text) => text as PostId),
  role: z.enum(roleNames),
  place: placeCode,
  placeName: z.string(),
  department: z.string().nullable(),
  departmentName: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  /** Whose place it is in, for the days of their leave. */
  insteadOf: z.string().nullable(),
})
export type PostView = z.infer<typeof PostView>

export const PersonView = z.object({
  id: z.string().transform((text) => text as PersonId),
  name: z.string(),
  /** Whole for the person themselves, for administrators, and where a notice board shows it; else masked, 138****1234. */
  phone: z.string(),
  posts: z.array(PostView),
})
export type PersonView = z.infer<typeof PersonView>

/** Who is signed in, and where they may work. */
export const Me = PersonView.extend({
  county: z.object({ code: z.string(), name: z.string() }),
  mustChangePassword: z.boolean(),
  verbs: z.array(z.string()),
})
export type Me = z.infer<typeof Me>

export const SessionView = z.object({
  id: z.string(),
  device: z.string().nullable(),
  startedAt: z.string(),
  expiresAt: z.string(),
  isThis: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

export const AuditView = z.object({
  id: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  /** Who it is about, by name; the number of the matter it is about. */
  personName: z.string().nullable(),
  number: z.string().nullable(),
  /** Of a village or another place. */
  placeName: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})
export type AuditView = z.infer<typeof AuditView>

/** The auditor's questions: by whom, what, between which days. */
export const AuditQuery = z.object({
  person: id<PersonId>().optional(),
  action: z
    .string()
    .regex(/^[a-zA-Z.]{1,40}$/)
    .optional(),
  since: day.optional(),
  until: day.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type AuditQuery = z.infer<typeof AuditQuery>
