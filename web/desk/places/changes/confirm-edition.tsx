/** What was taken of an edition: looked at whole, and only then confirmed. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#modules/kernel/refusal.ts'
import type { Plan } from '#modules/places/change.ts'
import type { ChangeView, Edition, Preview } from '#modules/places/change-wire.ts'
import { mint, postLong } from '#web/client/api.ts'
import { useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { sayHere } from '../../trouble.tsx'
import { confirmWords, lookAtMany, placesChanged } from './changes.ts'
import { blankDecision, DecisionFields } from './decision-fields.tsx'
import { PreviewPanel } from './preview.tsx'
import { type Choices, chosenOf } from './proposals.tsx'

/** `preview` is of these choices; whatever is altered afterwards has to be looked at again. */
type Looked = { readonly preview: Preview; readonly choices: Choices; readonly day: string }

export function ConfirmEdition({ edition, choices }: { edition: Edition; choices: Choices }) {
  const { t } = useTranslation(['places', 'app'])
  const go = useGo()
  const { modal, message } = App.useApp()
  // One id a proposal, so that what is sent again after a lost answer happens once.
  const [ids] = useState(() => new Map(edition.proposals.map(({ id }) => [id, mint<string>()])))
  const [decision, setDecision] = useState(() => ({ ...blankDecision(), reason: (edition.source ?? '').slice(0, 300) }))
  const [looked, setLooked] = useState<Looked>()
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const chosen = chosenOf(edition.proposals, choices)
  const preview = looked?.choices === choices && looked.day === decision.day ? looked.preview : undefined

  const look = () => {
    const missing = !decision.reason.trim()
    setTrouble(missing ? t('change.missing', { field: t('change.reason') }) : undefined)
    if (missing) return
    const { day } = decision
    void attempt(() =>
      lookAtMany(
        chosen.map(({ plan }) => plan),
        day,
      ),
    ).then((found) => setLooked(found && { preview: found, choices, day }))
  }
  const confirm = ({ sums }: Preview) =>
    void modal.confirm({
      title: t('edition.confirmTitle', { count: chosen.length }),
      content: confirmWords(t, sums, decision.day),
      okText: t('change.confirm'),
      cancelText: t('app:cancel'),
      onOk: async () => {
        const plans = chosen.map(({ id, plan }) => ({ id: ids.get(id)!, plan }))
        const body = { ...decision, fingerprint: edition.fingerprint, plans }
        const done = await attempt(() => postLong<{ rows: ChangeView[] }>('/places/changes/many', body))
        if (!done) return
        placesChanged()
        void message.success(t('edition.confirmed', { count: done.rows.length }))
        go({ to: '/changes' })
      },
    })
  return (
    <>
      <div className="panel narrow form">
        <DecisionFields value={decision} onChange={setDecision} />
        <p className="soft">{t('edition.kept_words')}</p>
        <div aria-live="assertive">
          {(trouble || refusal) && <p className="warning">{trouble ?? (refusal && <Why refusal={refusal} of={chosen} />)}</p>}
        </div>
        <p>
          <Button type={preview ? 'default' : 'primary'} disabled={chosen.length === 0} loading={isBusy} onClick={look}>
            {t(chosen.length === 0 ? 'edition.nothing' : isBusy ? 'change.looking' : 'change.look')}
          </Button>
        </p>
      </div>
      {preview && (
        <>
          <PreviewPanel preview={preview} />
          <p>
            <Button type="primary" size="large" loading={isBusy} onClick={() => confirm(preview)}>
              {t('edition.confirm', { count: chosen.length })}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

/** A refusal about one of them says which. */
function Why({ refusal, of }: { refusal: Refusal; of: readonly { readonly name: string; readonly plan: Plan }[] }) {
  const { t } = useTranslation('places')
  const at = refusal.facts['at']
  const name = typeof at === 'number' ? of[at - 1]?.name : undefined
  return name === undefined ? sayHere(refusal) : t('edition.where', { name, words: sayHere(refusal) })
}
