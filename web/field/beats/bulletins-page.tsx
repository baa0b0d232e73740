/** 治安通报: written once; it hangs on the village's page for everybody, is printed and counted. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageFile } from '#modules/beats/reply.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { TextField } from '../disputes/fields/inputs.tsx'
import { Pending } from '../disputes/status.tsx'
import { WordsField } from '../matters/words-field.tsx'
import { Page } from '../page.tsx'
import { Sheet } from '../sheet.tsx'
import { Came } from './came.tsx'
import { PassOn } from './pass-on.tsx'
import { useSendEnd, useSendPaper, useWaiting } from './send.ts'
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
          <Writing key={village.code} village={village} />
          <Published village={village} />
        </>
      )}
    </Page>
  )
}

type Typed = { readonly title: string; readonly body: string }
/** A form belongs to its village: what is begun for one does not turn up in another. */
const draftOf = ({ code }: Village) => `beat/bulletin/${code}`
const blank = (): Typed => ({ title: '', body: '' })

function Writing({ village }: { village: Village }) {
  const { t } = useTranslation(['beats', 'field'])
  const send = useSendPaper('bulletin')
  const { value, change, clear, isReady } = useDraft<Typed>(draftOf(village), blank)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const go = async () => {
    const empty = !value.title.trim() ? 'title' : !value.body.trim() ? 'body' : undefined
    if (empty) return setTrouble(t(`field.missing.${empty}`))
    setBusy(true)
    setTrouble(undefined)
    const body = { id: mint<string>(), village: village.code, title: value.title.trim(), body: value.body.trim() }
    const page = `/beats/bulletins?village=${village.code}`
    const refusal = await send(body, village.name, { draft: draftOf(village), value, page })
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
  const [opened, setOpened] = useState<Bulletin>()
  const isWaiting = useWaiting()
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
            <p className="card-words bulletin-words clamp">{bulletin.body}</p>
            <p className="card-foot">
              <span className="soft">{bulletin.byName}</span>
              <a className="button button-quiet" href={`/p/${village.code}/bulletins/${bulletin.id}`}>
                {t('field.bulletins.see')}
              </a>
              {isWaiting(bulletin.id) ? (
                <Pending />
              ) : (
                bulletin.by === id && (
                  <Act kind="quiet" onAct={() => setOpened(bulletin)}>
                    {t('field.more')}
                  </Act>
                )
              )}
            </p>
            <Came of={bulletin} />
          </li>
        ))}
      </ul>
      {opened && <More bulletin={opened} village={village} onClose={() => setOpened(undefined)} />}
    </section>
  )
}

function More({ bulletin, village, onClose }: { bulletin: Bulletin; village: Village; onClose: () => void }) {
  const { t } = useTranslation('beats')
  const end = useSendEnd('bulletin')
  const [isLeaving, setLeaving] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const withdraw = async () => {
    setBusy(true)
    const refusal = await end(bulletin.id, village.name)
    setBusy(false)
    if (!refusal) onClose()
  }
  const { id, title, publishedAt, matterId, disputeId } = bulletin
  const start = { of: 'bulletins', id, place: village.code, placeName: village.name, words: title, on: dayOf(publishedAt) } as const
  return (
    <Sheet title={isLeaving ? t('field.bulletins.withdrawTitle') : title} onClose={onClose}>
      <div className="form">
        {isLeaving ? <p>{t('field.bulletins.withdrawWords', { title })}</p> : !matterId && !disputeId && <PassOn start={start} />}
        <Act kind={isLeaving ? 'danger' : 'quiet'} isBlock isBusy={isBusy} onAct={() => (isLeaving ? void withdraw() : setLeaving(true))}>
          {t('field.bulletins.withdraw')}
        </Act>
      </div>
    </Sheet>
  )
}
