/** A change while it is being written, and the plan it becomes. */
import type { PlaceCode } from '#modules/kernel/ids.ts'
import type { ChangeKind, Plan } from '#modules/places/change.ts'
import { levelOf } from '#modules/places/place.ts'

export type PartDraft = { readonly key: number; readonly name: string; readonly takes: readonly string[]; readonly households: string }

export type Draft = {
  readonly kind: ChangeKind
  readonly place: string
  readonly name: string
  readonly others: readonly string[]
  readonly way: 'into' | 'new'
  /** What it goes into, comes under, or is taken over by. */
  readonly to: string
  readonly stays: boolean
  readonly parts: readonly PartDraft[]
  readonly households: string
}

export const blankPart = (key: number): PartDraft => ({ key, name: '', takes: [], households: '' })

export const blankDraft = (place: string): Draft => ({
  ...{ kind: 'rename', place, name: '', others: [], way: 'into', to: '', stays: true, parts: [blankPart(0)], households: '' },
})

/** What can happen to a place of this level. */
export const kindsFor = (place: string): readonly ChangeKind[] => {
  if (place === '') return ['rename']
  const level = levelOf(place as PlaceCode)
  if (level === 'county') return ['found']
  return level === 'lane' || level === 'town'
    ? ([
        'rename',
        'merge',
        'split',
        ...(level === 'lane' ? (['move'] as const) : []),
        'abolish',
        ...(level === 'town' ? (['found'] as const) : []),
      ] as const)
    : ['rename', 'merge', 'split', 'move', 'abolish', 'found']
}

/** What is still missing, by its name in the catalogue, or the plan. */
export function planOf(draft: Draft): { missing: string } | { plan: Plan } {
  const { kind, name: typed, others, way, to, stays, parts } = draft
  const place = draft.place as PlaceCode
  const name = typed.trim()
  const lacks = (field: string) => ({ missing: field })
  if (!place) return lacks('place')
  switch (kind) {
    case 'rename':
      return name ? { plan: { kind, place, name } } : lacks('name')
    case 'merge': {
      const places = [place, ...others] as PlaceCode[]
      if (way === 'into')
        return to ? { plan: { kind, places: places.filter((each) => each !== to), into: to as PlaceCode } } : lacks('into')
      if (others.length === 0) return lacks('others')
      return name ? { plan: { kind, places, name } } : lacks('name')
    }
    case 'split':
      if (parts.some((part) => !part.name.trim())) return lacks('name')
      return {
        plan: {
          kind,
          place,
          stays,
          parts: parts.map((part) => ({ name: part.name.trim(), takes: part.takes as PlaceCode[], ...households(part.households) })),
        },
      }
    case 'move':
      return to ? { plan: { kind, place, parent: to as PlaceCode } } : lacks('parent')
    case 'abolish':
      return to ? { plan: { kind, place, successor: to as PlaceCode } } : lacks('successor')
    case 'found':
      return name ? { plan: { kind, parent: place, name, ...households(draft.households) } } : lacks('name')
  }
}

const households = (typed: string) => (/^\d{1,5}$/.test(typed.trim()) ? { households: Number(typed) } : {})
