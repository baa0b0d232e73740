/** The routing table as its page shows it: a line for each event and audience, with its channels beside each other. Pure. */
import { reaches } from '#modules/notices/channel.ts'
import {
  type Audience,
  audiences,
  type Channel,
  channels,
  type Gap,
  gaps,
  groupChannels,
  isForRules,
  type Told,
  wrongGaps,
} from '#modules/notices/notice.ts'
import { templates } from '#modules/notices/texts.ts'
import type { RouteView, TemplateView } from '#modules/notices/wire.ts'

export type Line = { readonly event: string; readonly audience: Audience; readonly routes: readonly RouteView[] }

/** As a matter goes its way, from the first report to the end. */
const order: readonly Told[] = [
  ...([
    'reported',
    'joined',
    'accepted',
    'moved',
    'takenOver',
    'reminded',
    'lapsed',
    'overdue',
    'passedUp',
    'handedDown',
    'handedOver',
  ] as const),
  ...(['applied', 'applicationMoved', 'granted', 'declined', 'resumed', 'ordered', 'answered', 'orderLapsed'] as const),
  ...(['settled', 'refused', 'withdrawn', 'reopened', 'linked', 'unlinked', 'vacancy'] as const),
]

/** What is not listed comes last. */
function placeOf(event: string): number {
  const place = (order as readonly string[]).indexOf(event)
  return place < 0 ? order.length : place
}

/** The events that are told of, each once. */
export const eventsOf = (routes: readonly RouteView[]): string[] =>
  [...new Set(routes.map(({ event }) => event))].sort((one, other) => placeOf(one) - placeOf(other))

/** Events as a matter goes its way; within an event as audiences are listed. */
export function linesOf(routes: readonly RouteView[]): Line[] {
  const lines = new Map<string, Line>()
  for (const route of routes) {
    const key = `${route.event} ${route.audience}`
    const line = lines.get(key) ?? { event: route.event, audience: route.audience, routes: [] }
    lines.set(key, { ...line, routes: [...line.routes, route] })
  }
  return [...lines.values()].sort(
    (one, other) => placeOf(one.event) - placeOf(other.event) || audiences.indexOf(one.audience) - audiences.indexOf(other.audience),
  )
}

export const channelsFor = (audience: Audience): Channel[] => channels.filter((channel) => reaches(audience, channel))

/** A line has one text and one condition; where its channels differ, what it begins with is shown. */
export const headOf = ({ routes }: Line): RouteView => routes.find(({ isOn }) => isOn) ?? routes[0]!

/** The route that switching a channel of a line makes or changes. */
export const switched = (line: Line, channel: Channel, isOn: boolean): RouteView => ({
  ...(line.routes.find((route) => route.channel === channel) ?? { ...headOf(line), channel }),
  isOn,
})

/** Whether a text goes to groups, and so may not say much. */
export const isForGroups = (code: string, routes: readonly RouteView[]): boolean =>
  routes.some(({ template, channel }) => template === code && groupChannels.includes(channel))

/** Texts that may be chosen for an audience: a group hears nothing that says too much. */
export const textsFor = (audience: Audience, all: readonly TemplateView[]): TemplateView[] =>
  inOrder(all).filter((template) => isForRules(template.code) && (audience !== 'group' || wrongGaps(template, true).length === 0))

/** Texts as a county starts with them: by what they tell, not by their codes. */
export const inOrder = (all: readonly TemplateView[]): TemplateView[] =>
  [...all].sort((one, other) => placeIn(one.code) - placeIn(other.code))

const placeIn = (code: string) => templates.findIndex((each) => each.code === code)

export type Piece = { readonly text: string } | { readonly gap: Gap } | { readonly wrong: string }

/** "{place} 有" → the gap "place", then " 有". What is in brackets and no gap is wrong. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(/(\{[^{}]*\})/)
    .filter(Boolean)
    .map((part): Piece => {
      const inner = /^\{([^{}]*)\}$/.exec(part)?.[1]
      if (inner === undefined) return { text: part }
      const gap = gaps.find((each) => each === inner)
      return gap ? { gap } : { wrong: inner }
    })

/** What the server would refuse: something empty, or gaps that may not be there. */
export function troubleIn(template: TemplateView, forGroup: boolean): 'empty' | readonly string[] | undefined {
  const { title, titleEn, body, bodyEn } = template
  if ([title, titleEn, body, bodyEn].some((text) => !text.trim())) return 'empty'
  const wrong = wrongGaps(template, forGroup)
  return wrong.length > 0 ? wrong : undefined
}

/** Puts a gap where the cursor was; answers the text and where the cursor goes. */
export const inserted = (text: string, from: number, to: number, gap: Gap): readonly [string, number] => {
  const filled = `${text.slice(0, from)}{${gap}}`
  return [filled + text.slice(to), filled.length]
}

/** Minutes after midnight as a field for times has them: 1290 → "21:30", and back. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
export const minutesOf = (clock: string): number | undefined => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}
