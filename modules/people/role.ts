/**
 * Roles and what each may do, as one table. A post is a role at a place for a term; a verb counts in the post's whole subtree.
 *
 * A village's police officer (包村民警) sees emergencies only, and what stands with them. A mediator sees the disputes they are assigned to,
 * the head of a village's mediation committee (调委会主任) all of its files; a town's committee is its judicial office (司法所). Powers are kept apart: the administrator who grants posts does not read matters, and the auditor reads what was done but does nothing.
 */
import type { Level } from '#modules/places/place.ts'

export type Verb =
  | 'matter.report'
  | 'matter.read'
  | 'matter.handle' // accept, settle, pass up, refuse: what one's own post holds
  | 'matter.handDown'
  | 'matter.handOver'
  | 'matter.dispatch' // move on what a post below has, without holding it
  | 'matter.direct' // decide applications from below, and order: supervise (督办), urge (催办)
  | 'matter.verify'
  | 'matter.contact' // see how to reach the reporter, recorded each time
  | 'matter.export'
  | 'dispute.open' // register a dispute for a mediation committee; the file is the committee's from then on
  | 'dispute.mediate' // sit on a mediation committee
  | 'dispute.count' // read the yearly figures
  | 'beat.work' // a village's officer or adviser: visits, meetings, bulletins, clues, groups
  | 'beat.read' // the records of the villages below, without clues
  | 'beat.report' // say how many cases or petitions a village had; enter leave and substitutes
  | 'village.keep' // a village's facilities, as its officer and officials see them; and its dossier
  | 'place.read'
  | 'place.edit'
  | 'settings.edit' // categories and their limits, local days, notices and their channels
  | 'person.read'
  | 'post.grant'
  | 'audit.read'

type Powers = { readonly level: Level; readonly verbs: readonly Verb[] }

const reader = ['matter.read', 'place.read', 'person.read'] as const
const worker = [...reader, 'matter.report', 'matter.handle', 'matter.contact', 'dispute.open'] as const
const desk = [
  ...worker,
  'matter.handDown',
  'matter.handOver',
  'matter.dispatch',
  'matter.direct',
  'matter.export',
  'dispute.count',
  'beat.read',
] as const
const mediator = ['dispute.open', 'dispute.mediate', 'place.read', 'person.read'] as const

export const roles = {
  lane_chief: { level: 'lane', verbs: worker },
  grid_worker: { level: 'grid', verbs: [...worker, 'matter.verify'] },
  village_official: { level: 'village', verbs: [...worker, 'matter.handDown', 'matter.direct', 'matter.verify', 'village.keep'] },
  police_officer: { level: 'village', verbs: [...worker, 'matter.handDown', 'beat.work', 'beat.read', 'village.keep'] },
  legal_adviser: { level: 'village', verbs: ['matter.report', 'dispute.open', 'beat.work', 'beat.read', 'place.read', 'person.read'] },
  mediator: { level: 'village', verbs: mediator },
  mediation_head: { level: 'village', verbs: [...mediator, 'dispute.count'] },
  township_officer: { level: 'town', verbs: desk },
  judicial_officer: { level: 'town', verbs: [...mediator, 'dispute.count', 'beat.read', 'beat.report'] },
  station_officer: { level: 'town', verbs: ['beat.read', 'beat.report', 'place.read', 'person.read'] },
  department_officer: {
    level: 'county',
    verbs: [...worker, 'matter.handDown', 'matter.handOver', 'matter.direct', 'matter.export', 'dispute.count', 'beat.report'],
  },
  centre_officer: { level: 'county', verbs: desk },
  administrator: { level: 'county', verbs: ['place.read', 'place.edit', 'person.read', 'post.grant', 'settings.edit'] },
  auditor: { level: 'county', verbs: ['place.read', 'person.read', 'audit.read'] },
} as const satisfies Record<string, Powers>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as Role[]

export const can = (role: Role, verb: Verb): boolean => (roles[role].verbs as readonly Verb[]).includes(verb)
