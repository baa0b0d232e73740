/** 人民调解委员会: who sits on each, since which election, and what the law finds wrong with it (人民调解法 arts. 8, 9). */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#modules/bodies/committee.ts'
import type { CommitteeView, MemberView } from '#modules/bodies/wire.ts'
import { asked, get } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Sign, Tag } from '#web/ui/status.tsx'
import { Link, useAsked, useGo } from '../address.tsx'
import { useDayWords } from '../disputes/due.tsx'
import { Heads } from '../heads.tsx'
import { NotYours } from '../not-yours.tsx'
import { Page } from '../page.tsx'
import { PlaceSelect } from '../places/place-select.tsx'
import { Trouble } from '../trouble.tsx'
import { KeepDialog } from './keep-dialog.tsx'

export function CommitteesPage() {
  const { t } = useTranslation('disputes')
  return useMay('person.read') ? <Committees /> : <NotYours title={t('desk.committees.title')} />
}

const step = 20

function Committees() {
  const { t } = useTranslation(['disputes', 'desk'])
  const { place } = useAsked('/committees')
  const go = useGo()
  const [isOnlyWrong, setOnlyWrong] = useState(false)
  const [most, setMost] = useState(step)
  const [keeping, setKeeping] = useState<CommitteeView>()
  const { data, error, refetch } = useQuery({
    queryKey: ['committees', place ?? ''],
    queryFn: ({ signal }) => get<CommitteeView[]>(`/committees${asked({ place })}`, signal),
  })
  const wrong = data?.filter(({ problems }) => problems.length > 0) ?? []
  const rows = isOnlyWrong ? wrong : (data ?? [])
  return (
    <Page isWide title={t('desk.committees.title')} above={<Link to="/people">{t('desk.committees.back')}</Link>}>
      <p className="soft">{t('desk.committees.words')}</p>
      <search className="filters">
        <PlaceSelect
          className="filter filter-place"
          label={t('desk.committees.place')}
          placeholder={t('desk.committees.place')}
          value={place}
          onChange={(code) => go({ to: '/committees', search: code ? { place: code } : {}, replace: true })}
        />
        <Checkbox checked={isOnlyWrong} onChange={(event) => setOnlyWrong(event.target.checked)}>
          {t('desk.committees.onlyWrong')}
        </Checkbox>
      </search>
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <Empty title={t(isOnlyWrong ? 'desk.committees.allRight' : 'desk.committees.none')} />}
      {data && rows.length > 0 && (
        <p role="status">
          {t(wrong.length > 0 ? 'desk.committees.count' : 'desk.committees.countRight', { count: data.length, wrong: wrong.length })}
        </p>
      )}
      {rows.slice(0, most).map((committee) => (
        <One key={committee.place} committee={committee} onKeep={() => setKeeping(committee)} />
      ))}
      {rows.length > most && (
        <p>
          <Button onClick={() => setMost(most + step)}>{t('desk:queue.more')}</Button>
        </p>
      )}
      {keeping && <KeepDialog key={keeping.place} committee={keeping} onClose={() => setKeeping(undefined)} />}
    </Page>
  )
}

const heads = ['name', 'role', 'woman', 'elected', 'ends'] as const

function One({ committee, onKeep }: { committee: CommitteeView; onKeep: () => void }) {
  const { t } = useTranslation('disputes')
  const words = useDayWords()
  const id = `committee-${committee.place}`
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{committee.name}</h2>
        <span className="tags">
          {committee.problems.length === 0 && (
            <Tag tone="good" shape="tick">
              {t('desk.committees.right')}
            </Tag>
          )}
          {committee.canKeep && <Button onClick={onKeep}>{t('desk.committees.keep')}</Button>}
        </span>
      </header>
      <Problems of={committee} />
      <p className="soft">
        {committee.electedOn ? t('desk.committees.electedOn', { day: words(committee.electedOn) }) : t('desk.committees.unnoted')}
      </p>
      {committee.members.length > 0 && <Members of={committee} name={committee.name} />}
    </section>
  )
}

function Members({ of: { members }, name }: { of: CommitteeView; name: string }) {
  const { t } = useTranslation(['disputes', 'people'])
  const words = useDayWords()
  const head = (each: string) => t(`desk.committees.heads.${each}`)
  return (
    <table className="table table-small">
      <caption className="unseen">{name}</caption>
      <thead>
        <tr>
          <Heads names={heads} say={head} />
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td data-name={head('name')}>
              <Link to="/people/$id" params={{ id: member.id }}>
                {member.name}
              </Link>
            </td>
            <td data-name={head('role')}>{t(`people:roles.${member.role}`)}</td>
            <td data-name={head('woman')}>{genderOf(member, t)}</td>
            <td data-name={head('elected')}>{words(member.electedOn)}</td>
            <td data-name={head('ends')}>{words(member.termEnds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const genderOf = ({ isWoman }: MemberView, t: (key: string) => string) =>
  isWoman === null ? <span className="soft">{t('desk.committees.unsaid')}</span> : t(`desk.genders.${isWoman ? 'female' : 'male'}`)

/** What the law finds wrong, each with its article. */
function Problems({ of: { problems, members } }: { of: CommitteeView }) {
  const { t } = useTranslation(['disputes', 'app'])
  const words = useDayWords()
  const names = (ids: readonly string[]) =>
    members
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(t('app:comma'))
  const say = (problem: Problem): string => {
    switch (problem.code) {
      case 'no_woman':
        return t(problem.unnoted > 0 ? 'desk.committees.problems.no_woman_noted' : 'desk.committees.problems.no_woman', {
          count: problem.unnoted,
        })
      case 'term_ended':
        return t('desk.committees.problems.term_ended', { people: names(problem.people), day: words(problem.on) })
      case 'no_head':
        return t('desk.committees.problems.no_head')
      default:
        return t(`desk.committees.problems.${problem.code as string}`, {
          count: problem.count,
          limit: 'limit' in problem ? problem.limit : 1,
        })
    }
  }
  if (problems.length === 0) return null
  return (
    <ul className="standing">
      {problems.map((problem) => (
        <li key={problem.code} className="standing-line standing-soon">
          <Sign shape="alert" />
          <span className="standing-words">{say(problem)}</span>
        </li>
      ))}
    </ul>
  )
}
