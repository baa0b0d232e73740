/** 线索: handed on to a unit, read there, by its author and by whom it names; who told it stays with the author. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOutbox } from '#web/client/outbox.ts'
import { Act } from '#web/ui/act.tsx'
import { Empty, ErrorBox, Loading } from '#web/ui/states.tsx'
import { Page } from '../page.tsx'
import { type UnsentClue, unsentClues } from './clue.ts'
import { ClueCard, UnsentCard } from './clue-card.tsx'
import { ClueForm } from './clue-form.tsx'
import { useClues } from './clues.ts'
import { VillageChoice } from './village-choice.tsx'
import { useVillage } from './village-work.ts'

const address = getRouteApi('/beats/clues')

export function CluesPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.clues.title')} hasBack>
      {village && (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <ClueForm key={village.code} village={village} />
        </>
      )}
      <Lists writes={village !== undefined} />
    </Page>
  )
}

/** What came to one, by name or to one's unit, and what one handed on: also what has not arrived yet, whether anybody answers or not. */
function Lists({ writes }: { writes: boolean }) {
  const { t } = useTranslation('beats')
  const [mine, given] = [useClues('mine'), useClues('given')]
  const unsent = unsentClues(useOutbox())
  const error = (!mine.data && mine.error) || (!given.data && given.error)
  const isBoth = mine.data !== undefined && given.data !== undefined
  const [handed, came] = [rowsOf(mine).length + unsent.length, rowsOf(given).length]
  const again = () => void Promise.all([mine, given].map(({ refetch }) => refetch()))
  return (
    <>
      {came > 0 && <List title={t('field.clues.given')} note={t('field.clues.givenNote')} of={given} />}
      {handed > 0 && <List title={t('field.clues.handed')} of={mine} unsent={unsent} isMine />}
      {mine.data && writes && handed === 0 && <List title={t('field.clues.handed')} note={t('field.clues.none')} of={mine} />}
      {isBoth && !writes && handed + came === 0 && <Empty title={t('field.clues.nothingGiven')} />}
      {error && <ErrorBox error={error} onRetry={again} />}
      {!isBoth && !error && <Loading />}
    </>
  )
}

const rowsOf = ({ data }: ReturnType<typeof useClues>) => data?.pages.flatMap(({ rows }) => rows) ?? []

type ListProps = {
  readonly title: string
  readonly note?: string
  readonly of: ReturnType<typeof useClues>
  readonly unsent?: readonly UnsentClue[]
  readonly isMine?: boolean
}

function List({ title, note, of, unsent = [], isMine = false }: ListProps) {
  const { t } = useTranslation(['field', 'app'])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = of
  return (
    <section className="section">
      <h2>{title}</h2>
      {note && <p className="soft">{note}</p>}
      <ul className="cards cards-inside">
        {unsent.map((clue) => (
          <UnsentCard key={clue.id} clue={clue} />
        ))}
        {rowsOf(of).map((clue) => (
          <ClueCard key={clue.id} clue={clue} isMine={isMine} />
        ))}
      </ul>
      {hasNextPage && (
        <Act isBlock isBusy={isFetchingNextPage} onAct={() => void fetchNextPage()}>
          {t(isFetchingNextPage ? 'app:states.loading' : 'list.more')}
        </Act>
      )}
    </section>
  )
}
