/** 线索: those that one handed on, that came to one's unit, or in which one is named. Who told it is seen by the author alone. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClueRow } from '#modules/beats/reply.ts'
import { get, post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useActor } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useAttempt } from '../../attempt.ts'
import { Choice } from '../../choice.tsx'
import { Dialog } from '../../dialog.tsx'
import { On } from '../../disputes/due.tsx'
import { OneOf, WordsField } from '../../fields.tsx'
import { useNames } from '../../matters/catalogue.ts'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Sections } from '../sections.tsx'

type Which = 'open' | 'judged'

/** For whoever is signed in: a clue can name anybody who works for a village, and shows itself to nobody else. */
export function CluesPage() {
  const { t } = useTranslation('beats')
  const [which, setWhich] = useState<Which>('open')
  const [judging, setJudging] = useState<ClueRow>()
  const { data, error, refetch } = useQuery({
    queryKey: ['beats', 'clues'],
    queryFn: ({ signal }) => get<ClueRow[]>('/beats/clues', signal),
    // Each opening is recorded.
    refetchOnWindowFocus: false,
  })
  const rows = data?.filter(({ outcome }) => (outcome === null) === (which === 'open')) ?? []
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <p className="soft">{t('desk.clues.words')}</p>
      <Choice
        label={t('desk.clues.which')}
        value={which}
        options={(['open', 'judged'] as const).map((value) => ({ value, words: t(`desk.clues.whiches.${value}`) }))}
        onChange={setWhich}
      />
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <Empty title={t(`desk.clues.none.${which}`)} />}
      <ul className="clues">
        {rows.map((clue) => (
          <One key={clue.id} clue={clue} onJudge={() => setJudging(clue)} />
        ))}
      </ul>
      {judging && <JudgeDialog key={judging.id} clue={judging} onClose={() => setJudging(undefined)} />}
    </Page>
  )
}

function One({ clue, onJudge }: { clue: ClueRow; onJudge: () => void }) {
  const { t } = useTranslation(['beats', 'app'])
  const names = useNames()
  const { id, posts } = useActor()
  const isOurs = clue.by !== id && posts.some(({ role, department }) => role === 'department_officer' && department === clue.unit)
  const { outcome } = clue
  return (
    <li className="panel">
      <header className="panel-head">
        <span className="soft">
          {clue.villageName} {clue.byName} <On day={clue.on} /> {t('desk.clues.to', { unit: names.department(clue.unit) ?? clue.unit })}
        </span>
        {outcome && (
          <Tag tone={outcome.isUseful ? 'good' : 'calm'} shape={outcome.isUseful ? 'tick' : 'bar'}>
            {t(outcome.isUseful ? 'desk.clues.useful' : 'desk.clues.useless')}
          </Tag>
        )}
      </header>
      <p className="said">{clue.words}</p>
      {clue.named.length > 0 && (
        <p className="soft">{t('desk.clues.named', { names: clue.named.map(({ name }) => name).join(t('app:comma')) })}</p>
      )}
      {clue.source && <p className="soft">{t('desk.clues.source', { words: clue.source })}</p>}
      {outcome && (
        <p className="soft">
          {t('desk.clues.reason', { words: outcome.reason })} <On day={outcome.on} />
        </p>
      )}
      {!outcome && isOurs && <Button onClick={onJudge}>{t('desk.clues.judge')}</Button>}
      {!outcome && !isOurs && <p className="soft">{t('desk.clues.waiting')}</p>}
    </li>
  )
}

function JudgeDialog({ clue, onClose }: { clue: ClueRow; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const { message } = App.useApp()
  const [useful, setUseful] = useState<'yes' | 'no' | ''>('')
  const [reason, setReason] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const send = () => {
    const missing = useful === '' ? 'useful' : reason.trim() === '' ? 'reason' : undefined
    setTrouble(missing && t(`desk.clues.missing.${missing}`))
    if (missing) return
    void attempt(async () => {
      await post(`/beats/clues/${clue.id}/outcome`, { isUseful: useful === 'yes', reason })
      await cache.invalidateQueries({ queryKey: ['beats', 'clues'] })
      void cache.invalidateQueries({ queryKey: ['duties'] })
      void message.success(t('desk.clues.judged'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('desk.clues.judge')}
      send={t('desk.clues.send')}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <p className="quoted said">{clue.words}</p>
      <OneOf
        name={t('desk.clues.isUseful')}
        value={useful}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(value === 'yes' ? 'desk.clues.useful' : 'desk.clues.useless'),
        }))}
        onChange={setUseful}
      />
      <WordsField name={t('desk.clues.why')} note={t('desk.clues.whyWords')} value={reason} most={500} onChange={setReason} />
    </Dialog>
  )
}
