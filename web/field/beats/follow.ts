/** From a record to a matter or a mediation file in one step: their own forms open with the lane and the words already there. */
import { useNavigate } from '@tanstack/react-router'
import type { BeatRecord } from '#modules/beats/beat.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { saveDraft } from '#web/client/outbox-store.ts'
import { useMe } from '#web/client/session.ts'
import { blankDraft } from '../matters/report-draft.ts'
import { disputeOfRecord, reportOfRecord } from './draft-names.ts'
import { useVillages } from './village-work.ts'

const heardIn = ({ facts }: BeatRecord): string =>
  facts.kind === 'visit' ? facts.heard : facts.kind === 'advice' ? facts.question : facts.kind === 'meeting' ? facts.about : ''

const placeOf = ({ facts, village }: BeatRecord): PlaceCode => (facts.kind === 'visit' ? facts.lane : village)

export function usePassOn() {
  const { id } = useMe()
  const navigate = useNavigate()
  const villages = useVillages()
  const whereOf = (record: BeatRecord, laneName: string | null) => {
    const villageName = villages.find(({ code }) => code === record.village)?.name ?? ''
    return { place: placeOf(record), placeName: [villageName, record.facts.kind === 'visit' && laneName].filter(Boolean).join(' ') }
  }
  return {
    async toMatter(record: BeatRecord, laneName: string | null) {
      await saveDraft(id, reportOfRecord(record.id), { ...blankDraft(), ...whereOf(record, laneName), words: heardIn(record) })
      await navigate({ to: '/report', search: { record: record.id } })
    },
    async toDispute(record: BeatRecord, laneName: string | null) {
      const known = { summary: heardIn(record), occurredOn: record.on, source: 'initiative' }
      await saveDraft(id, disputeOfRecord(record.id), { ...whereOf(record, laneName), ...known })
      await navigate({ to: '/disputes/new', search: { record: record.id } })
    },
  }
}
