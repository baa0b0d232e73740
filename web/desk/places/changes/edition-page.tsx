/** 导入新版代码: a later edition of the national codes, compared with what stands; each difference is confirmed, or left. */
import { App, Button } from 'antd'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeView, Edition } from '#modules/places/change-wire.ts'
import { asked, mint, post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Link, useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { upload } from '../../raw.ts'
import { sayHere } from '../../trouble.tsx'
import { placesChanged } from './changes.ts'
import { blankDecision, DecisionFields } from './decision-fields.tsx'
import { type Choices, chosenOf, Proposals } from './proposals.tsx'

export function EditionPage() {
  const { t } = useTranslation(['places', 'app'])
  const go = useGo()
  const { message } = App.useApp()
  const may = useMay('place.edit')
  const [file, setFile] = useState<File>()
  const [edition, setEdition] = useState<Edition>()
  const [choices, setChoices] = useState<Choices>({ taken: [], heirs: {} })
  const [decision, setDecision] = useState(blankDecision)
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  if (!may) return <NotYours title={t('edition.title')} />

  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setFile(chosen)
    setEdition(undefined)
    setChoices({ taken: [], heirs: {} })
    void attempt(() => upload<Edition>(`/places/editions${asked({ name: chosen.name })}`, chosen)).then((found) => {
      setEdition(found)
      if (found) setDecision((before) => ({ ...before, reason: before.reason || (found.source ?? '').slice(0, 300) }))
    })
  }
  const plans = edition ? chosenOf(edition.proposals, choices) : []
  const confirm = () => {
    const missing = !decision.reason.trim()
    setTrouble(missing ? t('change.missing', { field: t('change.reason') }) : undefined)
    if (missing || !edition) return
    void attempt(async () => {
      const body = { ...decision, fingerprint: edition.fingerprint, plans: plans.map((plan) => ({ id: mint<string>(), plan })) }
      await post<{ rows: ChangeView[] }>('/places/changes/many', body)
      placesChanged()
      void message.success(t('edition.confirmed', { count: plans.length }))
      go({ to: '/changes' })
    })
  }
  const said =
    refusal &&
    (typeof refusal.facts['at'] === 'number' ? t('edition.where', { at: refusal.facts['at'], words: sayHere(refusal) }) : sayHere(refusal))
  return (
    <Page isWide title={t('edition.title')} above={<Link to="/changes">{t('change.list')}</Link>}>
      <section className="panel">
        <p>{t('edition.words')}</p>
        <p className="soft">{t('edition.file')}</p>
        <p className="inline">
          <label className="button">
            {t(file ? 'edition.other' : 'edition.choose')}
            <input className="unseen" type="file" accept=".csv,.json,text/csv,application/json" onChange={look} />
          </label>
          {file && <strong className="broken">{file.name}</strong>}
          {isBusy && !edition && <span role="status">{t('edition.reading')}</span>}
        </p>
        {said && !edition && (
          <p className="warning" role="alert">
            {said}
          </p>
        )}
      </section>
      {edition && (
        <section className="panel">
          <h2>{edition.proposals.length === 0 ? t('edition.same') : t('edition.found', { count: edition.proposals.length })}</h2>
          <dl className="counts">
            {(
              [
                ['kept', edition.kept],
                ['changes', edition.proposals.length],
                ['open', edition.proposals.filter(({ plan }) => plan === null).length],
              ] as const
            ).map(([name, number]) => (
              <div key={name}>
                <dt>{t(`edition.${name}`)}</dt>
                <dd>{number}</dd>
              </div>
            ))}
          </dl>
          {edition.proposals.length > 0 && <Proposals proposals={edition.proposals} choices={choices} onChange={setChoices} />}
        </section>
      )}
      {edition && edition.proposals.length > 0 && (
        <div className="panel narrow form">
          <DecisionFields value={decision} onChange={setDecision} />
          <p className="soft">{t('edition.kept_words')}</p>
          <div aria-live="assertive">{(trouble || said) && <p className="warning">{trouble ?? said}</p>}</div>
          <p>
            <Button type="primary" size="large" disabled={plans.length === 0} loading={isBusy} onClick={confirm}>
              {plans.length === 0 ? t('edition.nothing') : t('edition.confirm', { count: plans.length })}
            </Button>
          </p>
        </div>
      )}
    </Page>
  )
}
