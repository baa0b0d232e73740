/** 反映: one screen, no steps. What is typed is on the phone as it is typed, and goes when there is signal. */
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import Switch from 'antd-mobile/es/components/switch'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId, MatterId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import type { Filed } from '#modules/matters/reply.ts'
import { isOnLadder } from '#modules/matters/rules/ladder.ts'
import type { Report } from '#modules/matters/wire.ts'
import { covers } from '#modules/places/place.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { sendReport } from '#web/client/outbox.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useActor, useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Forbidden, Loading } from '#web/ui/states.tsx'
import { reportFrom, sendFollow } from '../beats/origin.ts'
import { tell } from '../notice.tsx'
import { Page } from '../page.tsx'
import { CategoryField } from './category-field.tsx'
import { Danger } from './danger.tsx'
import { GivenOn } from './given-on.tsx'
import { NearOffers } from './near-offers.tsx'
import { PhotosField } from './photos-field.tsx'
import { PlaceField } from './place-field.tsx'
import { PointField } from './point-field.tsx'
import { useCatalogue } from './queue.ts'
import { blankDraft, draftName, type ReportDraft } from './report-draft.ts'
import { isInSight, keptWords } from './send.ts'
import { SourceField } from './source-field.tsx'
import { WordsField } from './words-field.tsx'

const address = getRouteApi('/report')

export function ReportPage() {
  const { t } = useTranslation('field')
  const mayReport = useMay('matter.report')
  const { from } = address.useSearch()
  return (
    <Page title={t('report.title')} hasBack={from !== undefined}>
      {mayReport ? <Form key={from} from={from} /> : <Forbidden />}
    </Page>
  )
}

const phoneShape = /^1[3-9]\d{9}$/
const bare = (typed: string) => typed.replace(/[\s-]/g, '')

/** The first thing that is missing or wrong, by its key in the catalogue. */
function missing(draft: ReportDraft): string | undefined {
  if (!draft.category) return 'category'
  if (!draft.place) return 'place'
  if (!draft.words.trim()) return 'words'
  if (draft.isSettled && !draft.outcome.trim()) return 'outcome'
  if (draft.source !== 'staff' && draft.contactPhone && !phoneShape.test(bare(draft.contactPhone))) return 'phone'
  return undefined
}

export function reportOf(draft: ReportDraft): Report {
  const name = draft.contactName.trim()
  const phone = bare(draft.contactPhone)
  const hasContact = draft.source !== 'staff' && (name || phone)
  return {
    commandId: mint<CommandId>(),
    id: mint<MatterId>(),
    place: draft.place as PlaceCode,
    category: draft.category,
    words: draft.words.trim(),
    source: draft.source,
    ...(draft.photos.length > 0 ? { photos: [...draft.photos] as PhotoId[] } : {}),
    ...(draft.point ?? {}),
    ...(hasContact ? { contact: { ...(name ? { name } : {}), ...(phone ? { phone } : {}) } } : {}),
    ...(draft.isSettled ? { outcome: draft.outcome.trim() } : {}),
  }
}

/** `from`: something of the work in a village, from which it comes; its form was begun there. */
function Form({ from }: { from: string | undefined }) {
  const { t } = useTranslation('field')
  const actor = useActor()
  const navigate = useNavigate()
  const name = from ? reportFrom(from) : draftName
  const { value: draft, change, clear, isReady, isKept } = useDraft<ReportDraft>(name, blankDraft)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const [filed, setFiled] = useState<Filed>()
  const isComing = usePhotosComing()
  const category = useCatalogue().data?.categories.find(({ code }) => code === draft.category)
  const isOpenPath = !category?.isRestricted && !category?.goesAround
  const canSettle =
    isOpenPath && actor.posts.some((post) => isOnLadder(post) && (!draft.place || covers(post.place, draft.place as PlaceCode)))

  const send = async () => {
    const wrong = missing({ ...draft, isSettled: draft.isSettled && canSettle })
    if (wrong) return setTrouble(t(`report.missing.${wrong}`))
    setBusy(true)
    setTrouble(undefined)
    const report = reportOf({ ...draft, isSettled: draft.isSettled && canSettle })
    const sent = await sendReport(
      report,
      t('report.about', { place: draft.placeName, words: category?.isRestricted ? t('report.aboutRestricted') : report.words }),
      { draft: name, value: draft, page: from ? `/report?from=${from}` : '/report' },
    )
    if (from && sent.state !== 'refused') void sendFollow(from, { matterId: report.id }, t('report.follow', { place: draft.placeName }))
    setBusy(false)
    if (sent.state === 'refused') {
      tell(say(sent.refusal))
      await clear()
      return navigate({ to: '/me/outbox' })
    }
    await clear()
    if (sent.state === 'waiting') {
      tell(keptWords(sent.why))
      return navigate({ to: '/' })
    }
    if (!isInSight(sent.reply.matter, actor)) return setFiled(sent.reply)
    tell(t(report.outcome ? 'report.doneOnTheSpot' : 'report.done'))
    return navigate({ to: '/matters/$id', params: { id: report.id } })
  }

  if (!isReady) return <Loading lines={8} />
  return (
    <div className="form">
      {category?.isEmergency && <Danger category={category} />}
      {isKept && !from && (
        <p className="kept-draft">
          <span>{t('report.draft')}</span>
          <Act kind="quiet" onAct={() => void clear()}>
            {t('report.clear')}
          </Act>
        </p>
      )}
      <CategoryField kind={draft.kind} category={draft.category} onChange={change} />
      <PlaceField place={draft.place} placeName={draft.placeName} onChange={change} />
      <WordsField
        name={t('report.words')}
        placeholder={t('report.wordsExample')}
        value={draft.words}
        onChange={(words) => change({ words })}
        most={1000}
      />
      <PhotosField ids={draft.photos} onChange={(next) => change((now) => ({ photos: next(now.photos) }))} />
      <PointField point={draft.point} onChange={(point) => change({ point })} />
      <NearOffers place={draft.place} category={draft.category} words={draft.words} {...(draft.point ?? {})} />
      {canSettle && (
        <div className="field">
          <p className="row">
            <span id="on-the-spot">
              {t('report.onTheSpot')}
              <small className="soft">{t('report.onTheSpotWords')}</small>
            </span>
            <Switch checked={draft.isSettled} onChange={(isSettled) => change({ isSettled })} aria-labelledby="on-the-spot" />
          </p>
          {draft.isSettled && (
            <WordsField name={t('report.outcome')} value={draft.outcome} onChange={(outcome) => change({ outcome })} most={1000} />
          )}
        </div>
      )}
      <SourceField draft={draft} onChange={change} />
      {filed && <GivenOn filed={filed} />}
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <div className="form-end">
        <Act kind="primary" isBlock isBusy={isBusy} why={isComing ? refuse('photo.coming') : undefined} onAct={() => void send()}>
          {t(isBusy ? 'act.sending' : draft.isSettled && canSettle ? 'report.sendSettled' : 'report.send')}
        </Act>
      </div>
    </div>
  )
}
