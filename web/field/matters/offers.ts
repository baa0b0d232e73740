/** Which actions somebody is offered about a matter, the most fitting first, each with the reason when it cannot be. Pure. */
import type { Refusal } from '#modules/kernel/refusal.ts'
import { type Action, holderOf, type Matter } from '#modules/matters/matter.ts'
import { whyNot } from '#modules/matters/rules/procedure.ts'
import { type Actor, may, postIn } from '#modules/people/actor.ts'
import type { Verb } from '#modules/people/role.ts'

export type Offer = { readonly action: Action; readonly why: Refusal | undefined }

/** In the order in which they are most often right. Rating is the reporter's, closing the clock's, linking the desk's: there is room to compare two. */
const usual: readonly Action[] = [
  'accept',
  'resume',
  'settle',
  'verify',
  'passUp',
  'apply',
  'cancel',
  'handDown',
  'handOver',
  'unlink',
  'tellPolice',
  'grant',
  'decline',
  'order',
  'reopen',
  'comment',
  'refuse',
  'withdraw',
]

const needsVerb: Partial<Record<Action, Verb>> = {
  handDown: 'matter.handDown',
  handOver: 'matter.handOver',
  grant: 'matter.direct',
  decline: 'matter.direct',
  order: 'matter.direct',
}

/** Violence and harm to a child: the police before anything else. */
export const policeFirst = ({ seenBy, policeToldAt, status }: Matter): boolean =>
  seenBy !== null && policeToldAt === null && ['waiting', 'working', 'suspended'].includes(status)

/** What somebody else waits for comes before what one would do next. */
function first(matter: Matter, actor: Actor): Action[] {
  const decides = matter.application !== null && postIn(actor, matter.application.decider) !== undefined
  const isAsked = matter.orders.length > 0 && postIn(actor, holderOf(matter)) !== undefined
  return [
    ...(policeFirst(matter) ? (['tellPolice'] as const) : []),
    ...(decides ? (['grant', 'decline'] as const) : []),
    ...(isAsked ? (['answer'] as const) : []),
  ]
}

/** Whether an action is worth a word at all: nobody wants to read why there is no application to withdraw. */
function isAbout(matter: Matter, action: Action, actor: Actor): boolean {
  const verb = needsVerb[action]
  if (verb && !may(actor, verb, matter.place)) return false
  switch (action) {
    case 'cancel':
      return matter.application !== null && postIn(actor, holderOf(matter)) !== undefined
    case 'grant':
    case 'decline':
      return matter.application !== null
    case 'apply':
      return matter.application === null
    case 'resume':
      return matter.status === 'suspended'
    case 'unlink':
      return matter.status === 'linked'
    case 'tellPolice':
      return (matter.isEmergency || matter.seenBy !== null) && matter.policeToldAt === null
    case 'withdraw':
      return matter.reporterId === actor.id && matter.source === 'staff'
    default:
      return true
  }
}

export function offersOf(
  matter: Matter,
  actor: Actor,
  given: { readonly at: string; readonly reopenDays: number },
  among: readonly Action[] = [...usual, 'answer'],
): Offer[] {
  return [...new Set([...first(matter, actor), ...usual])]
    .filter((action) => among.includes(action) && isAbout(matter, action, actor))
    .map((action) => ({ action, why: whyNot(matter, action, { as: 'staff', actor }, given) }))
}
