/** A record in a line or two. */
import i18next from 'i18next'
import type { BeatRecord } from '#modules/beats/beat.ts'
import { inDays } from './village-work.ts'

const word = (key: string, facts: Record<string, unknown> = {}): string => i18next.t(`beats:${key}`, facts)

/** "走访 槐树巷 12 号", "录入实有房屋 20 条" */
export function headOf({ facts }: Pick<BeatRecord, 'facts'>, laneName: string | null): string {
  switch (facts.kind) {
    case 'visit':
      return word('field.door', { lane: laneName ?? '', house: facts.house })
    case 'entries':
      return word('field.entered', { of: word(`entryKinds.${facts.of}`), count: facts.count })
    case 'day':
      return word(`dayStates.${facts.state}`)
    case 'meeting':
    case 'help':
    case 'advice':
      return word(`kinds.${facts.kind}`)
  }
}

export function wordsOf({ facts }: Pick<BeatRecord, 'facts'>): readonly string[] {
  switch (facts.kind) {
    case 'visit': {
      const by = facts.promisedBy ? word('field.byDay', { day: inDays(facts.promisedBy) }) : ''
      const kept = facts.keptOn ? word('field.keptOn', { day: inDays(facts.keptOn) }) : ''
      return [
        facts.heard,
        facts.promised
          ? word('field.promisedWords', { promised: [facts.promised, by, kept].filter(Boolean).join(word('field.semicolon')) })
          : '',
      ]
    }
    case 'day':
      return [facts.plan ?? '']
    case 'meeting':
      return [facts.about, facts.attended ? word('field.attendedWords', { count: facts.attended }) : '']
    case 'help':
      return [facts.team, facts.what]
    case 'advice':
      return [facts.question, facts.answer, word(facts.isSolved ? 'field.solved' : 'field.notSolved')]
    case 'entries':
      return []
  }
}
