/** A record in words: what it is, and what was written. What is kept from the reader comes empty, and is left out. */
import { useTranslation } from 'react-i18next'
import type { RecordRow } from '#modules/beats/reply.ts'

export function useRecordWords() {
  const { t } = useTranslation('beats')
  return ({ record: { facts }, laneName }: RecordRow): { readonly title: string; readonly words: readonly string[] } => {
    const kind = t(`kinds.${facts.kind}`)
    const said = (...lines: readonly (string | null | undefined | false)[]) => lines.filter((line): line is string => Boolean(line))
    switch (facts.kind) {
      case 'day':
        return {
          title: `${kind} · ${t(`dayStates.${facts.state}`)}`,
          words: said(facts.plan && t('desk.records.plan', { words: facts.plan })),
        }
      case 'visit':
        return {
          title: said(kind, laneName, facts.house && t('desk.records.house', { house: facts.house }), t(`purposes.${facts.purpose}`)).join(
            ' ',
          ),
          words: said(
            facts.heard,
            facts.promised && t(facts.keptOn ? 'desk.records.kept' : 'desk.records.promised', { words: facts.promised }),
          ),
        }
      case 'meeting':
        return {
          title: kind,
          words: said(facts.about, facts.attended !== null && t('desk.records.attended', { count: facts.attended })),
        }
      case 'help':
        return { title: `${kind} ${facts.team}`, words: said(facts.what) }
      case 'advice':
        return {
          title: `${kind} · ${t(facts.isSolved ? 'desk.records.solved' : 'desk.records.unsolved')}`,
          words: said(
            facts.question && t('desk.records.asked', { words: facts.question }),
            facts.answer && t('desk.records.answered', { words: facts.answer }),
          ),
        }
      case 'entries':
        return { title: `${kind} ${t(`entryKinds.${facts.of}`)} ${t('counted.entries', { count: facts.count })}`, words: [] }
    }
  }
}
