/**
 * Everything that somebody on duty can send, each with the form that asks for it, the event it leaves, and the roles that may send it.
 * A new command is missing here until it is written down: the tables below must hold every one.
 */
import type { z } from 'zod'
import { recordKinds } from '#modules/beats/beat.ts'
import { NewFacility } from '#modules/beats/dossier/facility.ts'
import type { Command as BeatCommand } from '#modules/beats/wire.ts'
import * as beat from '#modules/beats/wire.ts'
import type { Event as DisputeEvent } from '#modules/disputes/rules/event.ts'
import { procedure as mediation } from '#modules/disputes/rules/procedure.ts'
import { headRoles, memberRoles } from '#modules/disputes/rules/sight.ts'
import type { Command as DisputeCommand } from '#modules/disputes/wire.ts'
import * as dispute from '#modules/disputes/wire.ts'
import type { Event as MatterEvent } from '#modules/matters/rules/event.ts'
import { procedure } from '#modules/matters/rules/procedure.ts'
import type { Command as MatterCommand } from '#modules/matters/wire.ts'
import * as matter from '#modules/matters/wire.ts'
import { can, type Role, roleNames, type Verb } from '#modules/people/role.ts'
import { type Form, formOf } from './burden.ts'

const who = (...verbs: readonly Verb[]): readonly Role[] => roleNames.filter((role) => verbs.some((verb) => can(role, verb)))

/** What each command is called once it happened; null where only the system sends it. */
const matterEvents = {
  accept: 'accepted',
  settle: 'settled',
  passUp: 'passedUp',
  handDown: 'handedDown',
  handOver: 'handedOver',
  refuse: 'refused',
  apply: 'applied',
  cancel: 'cancelled',
  grant: 'granted',
  decline: 'declined',
  order: 'ordered',
  answer: 'answered',
  resume: 'resumed',
  tellPolice: 'policeTold',
  link: 'linked',
  unlink: 'unlinked',
  comment: 'commented',
  verify: 'verified',
  rate: 'rated',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  close: null,
} as const satisfies Record<MatterCommand['do'], MatterEvent['type'] | null>

const matterWho: Record<(typeof procedure)[keyof typeof procedure]['who'], readonly Role[]> = {
  holder: who('matter.handle'),
  'holder or dispatcher': who('matter.handle', 'matter.dispatch'),
  above: who('matter.direct'),
  reader: who('matter.read'),
  reporter: who('matter.report'),
  'reporter or verifier': who('matter.report', 'matter.verify'),
  system: [],
}

const disputeEvents = {
  amend: 'amended',
  addParty: 'partyAdded',
  amendParty: 'partyAmended',
  removeParty: 'partyRemoved',
  checkPaper: 'paperChecked',
  inform: 'informed',
  consent: 'consented',
  decline: 'declined',
  assign: 'assigned',
  recuse: 'recused',
  accept: 'accepted',
  setOpenness: 'opennessSet',
  invite: 'invited',
  hold: 'held',
  inquire: 'inquired',
  attach: 'attached',
  extend: 'extended',
  agree: 'agreed',
  sign: 'signed',
  fail: 'failed',
  withdraw: 'withdrawn',
  perform: 'performed',
  breach: 'breached',
  confirmTerm: 'termConfirmed',
  tell: 'told',
  askCourt: 'courtAsked',
  courtDecided: 'courtDecided',
  revisit: 'revisited',
  noteSigns: 'signsNoted',
  prevent: 'prevented',
  tellPolice: 'policeTold',
  referUp: 'referredUp',
  comment: 'commented',
  close: 'closed',
  archive: 'archived',
  claim: 'claimed',
  callBack: 'calledBack',
  decideClaim: 'claimDecided',
} as const satisfies Record<DisputeCommand['do'], DisputeEvent['type']>

const disputeWho: Record<(typeof mediation)[keyof typeof mediation]['who'], readonly Role[]> = {
  mediator: memberRoles,
  head: headRoles,
  reader: memberRoles,
  party: [],
  'mediator or party': memberRoles,
  'mediator or office': [...memberRoles, 'township_officer'],
  'judicial office': ['judicial_officer', 'department_officer'],
}

const beatEvents = { amend: 'amended', void: 'voided', finish: 'finished', keep: 'kept', follow: 'followed' } as const satisfies Record<
  Exclude<BeatCommand['do'], 'file'>,
  string
>

/** The branch of a union in which a field has a value. */
const branch = (union: { readonly options: readonly z.ZodObject[] }, key: string, value: string): z.ZodObject => {
  const found = union.options.find(({ shape }) => (shape[key] as unknown as { value?: unknown }).value === value)
  if (!found) throw new Error(`no ${key} ${value}`)
  return found
}

const matters = (Object.keys(matterEvents) as MatterCommand['do'][]).flatMap((name): Form[] => {
  const type = matterEvents[name]
  return type
    ? [formOf(`matter.${name}`, branch(matter.Command, 'do', name), { leaves: `matter ${type}`, roles: matterWho[procedure[name].who] })]
    : []
})

const disputes = (Object.keys(disputeEvents) as DisputeCommand['do'][])
  .map((name) =>
    formOf(`dispute.${name}`, branch(dispute.Command, 'do', name), {
      leaves: `dispute ${disputeEvents[name]}`,
      roles: disputeWho[mediation[name].who],
    }),
  )
  .filter(({ roles }) => roles.length > 0)

const filed = recordKinds.map((kind) =>
  formOf(`beat.${kind}`, branch(beat.Command, 'do', 'file').extend({ facts: branch(beat.Facts, 'kind', kind) }), {
    leaves: `beat filed ${kind}`,
    roles: who('beat.work'),
  }),
)

const beats = (Object.keys(beatEvents) as (keyof typeof beatEvents)[]).map((name) =>
  formOf(`beat.${name}`, branch(beat.Command, 'do', name), { leaves: `beat ${beatEvents[name]}`, roles: who('beat.work') }),
)

const rows = [
  formOf('beat.bulletin', beat.NewBulletin, { leaves: 'bulletin', roles: who('beat.work') }),
  formOf('beat.clue', beat.NewClue, { leaves: 'clue', roles: who('beat.work') }),
  formOf('beat.group', beat.Group, { leaves: 'group', roles: who('beat.work') }),
  formOf('beat.facility', NewFacility, { leaves: 'facility', roles: who('village.keep') }),
  formOf('beat.judge', beat.ClueOutcome, { leaves: 'judged', roles: ['department_officer', 'station_officer', 'judicial_officer'] }),
  formOf('beat.leave', beat.NewLeave, { leaves: 'leave', roles: who('beat.report') }),
  // A list of villages is one row each: the village and the month stand there already where it is typed as a table.
  formOf('beat.report', beat.Reports.shape.rows.element, { leaves: 'report', roles: who('beat.report') }),
]

export const forms: readonly Form[] = [
  formOf('matter.report', matter.Report, { leaves: 'matter reported', roles: who('matter.report') }),
  ...matters,
  formOf('dispute.register', dispute.Register, { leaves: 'dispute registered', roles: who('dispute.open') }),
  ...disputes,
  ...filed,
  ...beats,
  ...rows,
]
