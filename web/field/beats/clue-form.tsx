/** 交线索: what was noticed, to whom it goes, who else reads it, and, sealed apart, who told it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usualUnit } from '#modules/beats/clues/unit.ts'
import type { Colleague } from '#modules/beats/reply.ts'
import { asked, get, mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Loading } from '#web/ui/states.tsx'
import { Checks, TextField } from '../disputes/fields/inputs.tsx'
import { WordsField } from '../matters/words-field.tsx'
import { draftOf } from './clue.ts'
import { DayChoice } from './day-choice.tsx'
import { useSendPaper } from './send.ts'
import { UnitField, useUnits } from './unit-field.tsx'
import { today, type Village } from './village-work.ts'

type Typed = {
  readonly on: string
  readonly words: string
  readonly source: string
  /** Empty until one is chosen: it goes to the nearest then. */
  readonly unit: string
  readonly named: readonly string[]
}
const blank = (): Typed => ({ on: today(), words: '', source: '', unit: '', named: [] })

/** No clue is older than this when it is written down. */
const earliest = '1900-01-01'

export function ClueForm({ village }: { village: Village }) {
  const { t } = useTranslation(['beats', 'field'])
  const send = useSendPaper('clue')
  const { posts } = useActor()
  const draft = draftOf(village.code)
  const { value, change, clear, isReady } = useDraft<Typed>(draft, blank)
  const units = useUnits(value.unit, usualUnit(posts.filter(({ place }) => place === village.code)))
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    if (!value.words.trim()) return setTrouble(t('field.missing.words'))
    setBusy(true)
    setTrouble(undefined)
    const source = value.source.trim()
    const told = { on: value.on, words: value.words.trim(), unit: units.chosen, named: value.named, ...(source ? { source } : {}) }
    const page = `/beats/clues?village=${village.code}`
    const refusal = await send({ id: mint<string>(), village: village.code, ...told } as { id: string }, village.name, {
      draft,
      value,
      page,
    })
    setBusy(false)
    if (refusal) return setTrouble(say(refusal))
    await clear()
  }
  if (!isReady) return <Loading lines={4} />
  return (
    <div className="form">
      <WordsField
        name={t('field.fields.words')}
        placeholder={t('field.clues.example')}
        value={value.words}
        onChange={(words) => change({ words })}
        most={2000}
        note={t('field.clues.whoReads')}
      />
      <WordsField
        name={t('field.fields.source')}
        value={value.source}
        onChange={(source) => change({ source })}
        most={200}
        note={t('field.clues.sealed')}
        isOptional
      />
      <DayChoice value={value.on} onChange={(on) => change({ on })} least={earliest} most={today()} isAhead={false} />
      <UnitField units={units} onChoose={(unit) => change({ unit })} />
      <NamedField village={village.code} chosen={value.named} onChoose={(named) => change({ named })} />
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void go()}>
        {t(isBusy ? 'field:act.sending' : 'field.clues.hand')}
      </Act>
    </div>
  )
}

/** A clue names ten people at most. */
const most = 10

/** Nobody is named unless somebody is chosen: the list is there for whoever opens it. */
function NamedField({ village, chosen, onChoose }: { village: string; chosen: readonly string[]; onChoose: (chosen: string[]) => void }) {
  const { t } = useTranslation(['beats', 'people'])
  const [isOpen, setOpen] = useState(chosen.length > 0)
  const [search, setSearch] = useState('')
  const { data } = useQuery({
    queryKey: ['beats', 'colleagues', village],
    queryFn: ({ signal }) => get<Colleague[]>(`/beats/clues/colleagues${asked({ village })}`, signal),
    enabled: isOpen,
    staleTime: 600_000,
  })
  if (!isOpen)
    return (
      <Act isBlock onAct={() => setOpen(true)}>
        {t('field.clues.addReader')}
      </Act>
    )
  const posts = Map.groupBy(data ?? [], ({ id }) => id)
  const options = [...posts].map(([key, of]) => ({
    key,
    words: of[0]!.name,
    note: of.map(({ role, placeName }) => t('people:post', { place: placeName, role: t(`people:roles.${role}`) })).join(t('field.comma')),
  }))
  if (data && options.length === 0) return <p className="soft">{t('field.clues.nobody')}</p>
  if (!data) return <p className="soft">{t('field.clues.namesComing')}</p>
  const isFound = ({ key, words, note }: (typeof options)[number]) =>
    chosen.includes(key) || !search.trim() || `${words} ${note}`.includes(search.trim())
  return (
    <>
      <TextField name={t('field.clues.findReader')} value={search} onChange={setSearch} most={20} isOptional />
      <Checks
        name={t('field.fields.named')}
        note={t('field.clues.namedNote', { most })}
        options={options.filter(isFound)}
        chosen={chosen}
        onChoose={(next) => next.length <= most && onChoose(next)}
      />
    </>
  )
}
