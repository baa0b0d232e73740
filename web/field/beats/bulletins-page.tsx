/** 治安通报: written once; it hangs on the village's page for everybody, is printed and counted. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageFile } from '#modules/beats/reply.ts'
import { mint, post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Forbidden, Loading, refusalOf } from '#web/ui/states.tsx'
import { TextField } from '../disputes/fields/inputs.tsx'
import { WordsField } from '../matters/words-field.tsx'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Sheet } from '../sheet.tsx'
import { useSendPaper } from './send.ts'
import { VillageChoice } from './village-choice.tsx'
import { useVillage, useVillageFile, type Village } from './village-work.ts'

const address = getRouteApi('/beats/bulletins')

export function BulletinsPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.bulletins.title')} hasBack>
      {!village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <Writing village={village} />
          <Published village={village} />
        </>
      )}
    </Page>
  )
}

type Typed = { readonly title: string; readonly body: string }
const blank = (): Typed => ({ title: '', body: '' })

function Writing({ village }: { village: Village }) {
  const { t } = useTranslation(['beats', 'field'])
  const send = useSendPaper('bulletin')
  const { value, change, clear, isReady } = useDraft<Typed>('beat/bulletin', blank)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    const empty = !value.title.trim() ? 'title' : !value.body.trim() ? 'body' : undefined
    if (empty) return setTrouble(t(`field.missing.${empty}`))
    setBusy(true)
    setTrouble(undefined)
    const body = { id: mint<string>(), village: village.code, title: value.title.trim(), body: value.body.trim() }
    const page = `/beats/bulletins?village=${village.code}`
    const refusal = await send(body, village.name, { draft: 'beat/bulletin', value, page })
    setBusy(false)
    if (refusal) return setTrouble(say(refusal))
    await clear()
  }
  if (!isReady) return <Loading lines={4} />
  return (
    <div className="form">
      <p className="soft">{t('field.bulletins.note')}</p>
      <TextField
        name={t('field.fields.title')}
        placeholder={t('field.bulletins.titleExample')}
        value={value.title}
        onChange={(title) => change({ title })}
        most={60}
      />
      <WordsField
        name={t('field.fields.body')}
        placeholder={t('field.bulletins.bodyExample')}
        value={value.body}
        onChange={(body) => change({ body })}
        most={4000}
      />
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void go()}>
        {t(isBusy ? 'field:act.sending' : 'field.bulletins.publish')}
      </Act>
    </div>
  )
}

type Bulletin = VillageFile['bulletins'][number]

function Published({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const { id } = useActor()
  const { data, error, refetch } = useVillageFile(village.code)
  const [leaving, setLeaving] = useState<Bulletin>()
  if (!data) return error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <section className="section" aria-labelledby="published">
      <h2 id="published">{t('field.bulletins.published')}</h2>
      {data.bulletins.length === 0 && <p className="soft">{t('field.bulletins.none')}</p>}
      <ul className="cards cards-inside">
        {data.bulletins.map((bulletin) => (
          <li key={bulletin.id} className="card">
            <p className="card-top">
              <strong>{bulletin.title}</strong>
              <span className="soft">
                <DateTime at={bulletin.publishedAt} />
              </span>
            </p>
            <p className="card-words bulletin-words">{bulletin.body}</p>
            <p className="card-foot">
              <span className="soft">{bulletin.byName}</span>
              {bulletin.by === id && (
                <Act kind="quiet" onAct={() => setLeaving(bulletin)}>
                  {t('field.bulletins.withdraw')}
                </Act>
              )}
            </p>
          </li>
        ))}
      </ul>
      {leaving && <Withdrawing bulletin={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  )
}

function Withdrawing({ bulletin, onClose }: { bulletin: Bulletin; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await post(`/beats/bulletins/${bulletin.id}/withdraw`, {})
      for (const of of ['beats', 'duties']) void cache.invalidateQueries({ queryKey: [of] })
      tell(t('field.bulletins.withdrawn'))
      onClose()
    } catch (error) {
      tell(say(refusalOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet title={t('field.bulletins.withdrawTitle')} onClose={onClose}>
      <p>{t('field.bulletins.withdrawWords', { title: bulletin.title })}</p>
      <Act kind="danger" isBlock isBusy={isBusy} onAct={() => void go()}>
        {t('field.bulletins.withdraw')}
      </Act>
    </Sheet>
  )
}
