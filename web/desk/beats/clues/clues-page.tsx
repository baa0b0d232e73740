/** 线索: those that one handed on, that came to one's unit, or in which one is named. Who told it is seen by the author alone. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sitsIn } from '#modules/beats/clues/unit.ts'
import type { ClueRow } from '#modules/beats/reply.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { useActor } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { Choice } from '../../choice.tsx'
import { On } from '../../disputes/due.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Sections } from '../sections.tsx'
import { useClues, type Which, whiches } from './clues.ts'
import { JudgeDialog } from './judge-dialog.tsx'
import { useUnitName } from './unit-name.ts'

/** For whoever is signed in: a clue can name anybody who works for a village, and shows itself to nobody else. */
export function CluesPage() {
  const { t } = useTranslation(['beats', 'desk'])
  const [which, setWhich] = useState<Which>('waiting')
  const [judging, setJudging] = useState<ClueRow>()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useClues(which)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const waiting = data?.pages[0]?.waiting ?? 0
  const words = (value: Which) =>
    value === 'waiting' && waiting > 0 ? t('desk.clues.waitingCount', { count: waiting }) : t(`desk.clues.whiches.${value}`)
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <p className="soft">{t('desk.clues.words')}</p>
      <Choice
        label={t('desk.clues.which')}
        value={which}
        options={whiches.map((value) => ({ value, words: words(value) }))}
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
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('desk:queue.more')}
        </Button>
      )}
      {judging && <JudgeDialog key={judging.id} clue={judging} onClose={() => setJudging(undefined)} />}
    </Page>
  )
}

function One({ clue, onJudge }: { clue: ClueRow; onJudge: () => void }) {
  const { t } = useTranslation(['beats', 'app'])
  const nameOf = useUnitName()
  const { id, posts } = useActor()
  const isOurs = clue.by !== id && sitsIn(posts, { unit: clue.unit, village: clue.village as PlaceCode })
  const { outcome } = clue
  return (
    <li className="panel">
      <header className="panel-head">
        <span className="soft">
          {clue.villageName} {clue.byName} <On day={clue.on} /> {t('desk.clues.to', { unit: nameOf(clue.unit) })}
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
