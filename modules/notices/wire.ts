/** What crosses the network about notices. */
import { z } from 'zod'
import { type DisputeId, id, type MatterId, text, words } from '#modules/kernel/ids.ts'
import { placeCode } from '#modules/places/wire.ts'
import { audiences, channels } from './notice.ts'
import { fieldsAtMost } from './wechat/fields.ts'

/** One line of somebody's inbox, in the language they asked in. */
export const NoticeView = z.object({
  id: z.string(),
  matterId: z.string().nullable(),
  disputeId: z.string().nullable(),
  event: z.string(),
  title: z.string(),
  body: z.string(),
  isUrgent: z.boolean(),
  at: z.string(),
  readAt: z.string().nullable(),
  /** How many matters it stands for, where many happened at once. */
  count: z.number().nullable(),
})
export type NoticeView = z.infer<typeof NoticeView>

export const Inbox = z.object({ rows: z.array(NoticeView), next: z.string().nullable(), unread: z.number() })
export type Inbox = z.infer<typeof Inbox>

export const InboxQuery = z.object({
  unread: z.stringbool().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** Marks as read: these, those about a matter or a mediation file, or all. */
export const Read = z.union([
  z.object({ ids: z.array(id<string>()).min(1).max(100) }),
  z.object({ matter: id<MatterId>() }),
  z.object({ dispute: id<DisputeId>() }),
  z.object({ all: z.literal(true) }),
])
export type Read = z.infer<typeof Read>

/** A browser that wants to be told, as PushSubscription.toJSON() has it. */
export const Subscription = z.object({
  id: id<string>(),
  /** A push service on the internet: neither an address in our own network nor a port of it. */
  endpoint: z
    .url({ protocol: /^https$/, hostname: /^(?!.*\.(local|internal|lan|localhost)$)[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i })
    .max(1000)
    .regex(/^https:\/\/[^/:?#]+([/?#]|$)/i, 'port'),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
})
export type Subscription = z.infer<typeof Subscription>

const code = z.string().regex(/^[a-zA-Z]{2,30}$/)
export const RouteView = z.object({
  event: z.string().max(30),
  audience: z.enum(audiences),
  channel: z.enum(channels),
  template: code,
  isOn: z.boolean(),
  onlyEmergency: z.boolean(),
})
export type RouteView = z.infer<typeof RouteView>

export const TemplateView = z.object({
  code,
  title: words(60),
  titleEn: words(100),
  body: words(300),
  bodyEn: words(300),
  /** The template's code at the provider of short messages. */
  outside: text(64).nullable(),
  /** The template at WeChat, and what goes into its fields. */
  wechat: text(64).nullable(),
  wechatFields: z
    .array(z.object({ name: z.string().max(40), text: text(100) }))
    .max(fieldsAtMost)
    .readonly(),
})
export type TemplateView = z.infer<typeof TemplateView>

/** The table with its texts; `used` says which texts go to groups and so may not name much. */
export const Routing = z.object({ routes: z.array(RouteView), templates: z.array(TemplateView) })
export type Routing = z.infer<typeof Routing>

/** Settings are entered and never shown again: `isSet` says that they are there. `hears`: the address that the provider sends to. */
export const ChannelView = z.object({
  channel: z.enum(channels),
  driver: z.string(),
  isSet: z.boolean(),
  drivers: z.array(z.string()),
  hears: z.string().nullable(),
})
export type ChannelView = z.infer<typeof ChannelView>
export const ChannelChange = z.object({ driver: z.string().max(20), settings: z.record(z.string().max(40), text(500)).optional() })

export const RobotView = z.object({
  id: z.string(),
  channel: z.enum(['wecom', 'dingtalk']),
  name: z.string(),
  place: z.string(),
  placeName: z.string(),
  isOn: z.boolean(),
})
export type RobotView = z.infer<typeof RobotView>
export const RobotChange = z.object({
  channel: z.enum(['wecom', 'dingtalk']),
  name: words(60),
  place: placeCode,
  isOn: z.boolean(),
  /** The robot's address and secret; left out to keep what is there. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  secret: text(200).optional(),
})

/** Minutes after midnight in the county. */
export const QuietHours = z.object({ quietFrom: z.int().min(0).max(1439), quietUntil: z.int().min(0).max(1439) })
export type QuietHours = z.infer<typeof QuietHours>

export const DeliveryView = z.object({
  id: z.string(),
  channel: z.enum(channels),
  event: z.string(),
  audience: z.enum(audiences),
  /** A person's name, a robot's, or a masked telephone number. */
  to: z.string(),
  matterId: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  isUrgent: z.boolean(),
  status: z.enum(['waiting', 'sent', 'logged', 'failed']),
  attempts: z.number(),
  nextAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  error: z.string().nullable(),
  at: z.string(),
})
export type DeliveryView = z.infer<typeof DeliveryView>
export const DeliveryPage = z.object({ rows: z.array(DeliveryView), next: z.string().nullable() })
export type DeliveryPage = z.infer<typeof DeliveryPage>
export const DeliveryQuery = z.object({
  status: z.enum(['waiting', 'sent', 'logged', 'failed']).optional(),
  channel: z.enum(channels).optional(),
  matter: id<MatterId>().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** `account`: what the official account is called; null where there is none. `boundAt`: since when one is told by it. */
export const WechatBinding = z.object({ account: z.string().nullable(), boundAt: z.string().nullable() })
export type WechatBinding = z.infer<typeof WechatBinding>
export const WechatCode = z.object({ code: z.string(), expiresAt: z.string() })
export type WechatCode = z.infer<typeof WechatCode>
