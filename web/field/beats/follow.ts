/** From a record, a bulletin or a clue to a matter or a mediation file in one step: their own forms open with the place and the words there. */
import { useNavigate } from '@tanstack/react-router'
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { Day } from '#modules/kernel/ids.ts'
import { saveDraft } from '#web/client/outbox-store.ts'
import { useMe } from '#web/client/session.ts'
import { blankDraft } from '../matters/report-draft.ts'
import { addressOf, disputeFrom, type Origin, reportFrom } from './origin.ts'

/** What the forms begin with. */
export type Start = Origin & { readonly place: string; readonly placeName: string; readonly words: string; readonly on: Day }

function heardIn({ facts }: BeatRecord): string {
  switch (facts.kind) {
    case 'visit':
      return facts.heard
    case 'advice':
      return facts.question
    case 'meeting':
      return facts.about
    case 'help':
      return facts.what
    case 'day':
      return facts.plan ?? ''
    case 'entries':
      return ''
  }
}

export const startOf = (record: BeatRecord, villageName: string, laneName: string | null): Start => ({
  ...{ of: 'records', id: record.id, on: record.on, words: heardIn(record) },
  place: record.facts.kind === 'visit' ? record.facts.lane : record.village,
  placeName: [villageName, record.facts.kind === 'visit' && laneName].filter(Boolean).join(' '),
})

export function usePassOn() {
  const { id } = useMe()
  const navigate = useNavigate()
  return {
    async toMatter({ place, placeName, words, ...origin }: Start) {
      const from = addressOf(origin)
      await saveDraft(id, reportFrom(from), { ...blankDraft(), place, placeName, words })
      await navigate({ to: '/report', search: { from } })
    },
    async toDispute({ place, placeName, words, on, ...origin }: Start) {
      const from = addressOf(origin)
      await saveDraft(id, disputeFrom(from), { place, placeName, summary: words, occurredOn: on, source: 'initiative' })
      await navigate({ to: '/disputes/new', search: { from } })
    },
  }
}
