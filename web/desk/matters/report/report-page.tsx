/** 登记事项: on behalf of somebody who rang or came, or for oneself. What is typed is kept on this computer until it is sent. */
import { App, Button, Checkbox, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filed } from '#modules/matters/reply.ts'
import { phone as Phone } from '#modules/people/wire.ts'
import { post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useDraft } from '#web/client/draft.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useMay } from '#web/client/session.ts'
import { Link, useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { WordsField } from '../../fields.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { PhotosField } from '../../photos/photos-field.tsx'
import { PlaceSelect } from '../../places/place-select.tsx'
import { sayHere } from '../../trouble.tsx'
import { useCatalogue, useNames } from '../catalogue.ts'
import { CategoryChoice } from '../category-select.tsx'
import { Danger } from './danger.tsx'
import { blankDraft, type Draft, missing, reportOf } from './draft.ts'
import { NearOffers } from './near-offers.tsx'

export function ReportPage() {
  const { t } = useTranslation('desk')
  return useMay('matter.report') ? <Form /> : <NotYours title={t('report.title')} />
}

function Form() {
  const { t } = useTranslation(['desk', 'matters', 'people', 'app'])
  const { message } = App.useApp()
  const go = useGo()
  const names = useNames()
  const { value, change, clear, isReady, isKept } = useDraft<Draft>('desk/report', blankDraft)
  const { isBusy, refusal, attempt } = useAttempt()
  const canSettle = useCanSettle(value.category)
  const [trouble, setTrouble] = useState<string>()
  const isComing = usePhotosComing()

  const holderOf = ({ matter }: Filed) => names.department(matter.holderDepartment ?? '') ?? t(`people:roles.${matter.holderRole}`)

  const send = () => {
    const draft = { ...value, isSettled: value.isSettled && canSettle }
    const empty = missing(draft)
    if (empty) return setTrouble(t('missingField', { field: t(`report.${empty}`) }))
    if (value.contactPhone && !Phone.safeParse(value.contactPhone).success) return setTrouble(t('signIn.phoneWrong'))
    setTrouble(undefined)
    void attempt(async () => {
      const filed = await post<Filed>('/matters', reportOf(draft))
      await clear()
      void cache.invalidateQueries({ queryKey: ['matters'] })
      void message.success(t('report.done', { number: filed.number, holder: holderOf(filed) }))
      go({ to: '/matters/$id', params: { id: filed.matter.id } })
    })
  }

  return (
    <Page title={t('report.title')} above={<Link to="/matters">{t('file.back')}</Link>}>
      <Danger category={value.category} />
      {isReady && (
        <div className="panel narrow form">
          {isKept && (
            <p className="kept">
              {t('report.kept')}
              <Button type="link" onClick={() => void clear()}>
                {t('report.anew')}
              </Button>
            </p>
          )}
          <Who value={value} onChange={change} />
          <What value={value} onChange={change} />
          <NearOffers place={value.place} category={value.category} words={value.words} />
          <div aria-live="assertive">{(trouble || refusal) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
          <p>
            <Button type="primary" size="large" loading={isBusy || isComing} onClick={send}>
              {t('report.send')}
            </Button>
          </p>
        </div>
      )}
    </Page>
  )
}

/** What goes around those who could, or to the police first, is not settled on the spot. */
function useCanSettle(code: string): boolean {
  const category = useCatalogue().data?.categories.find((each) => each.code === code)
  return !category?.isRestricted && !category?.goesAround
}

type Props = { readonly value: Draft; readonly onChange: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void }

function Who({ value, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters', 'app'])
  const [name, phone] = [useId(), useId()]
  return (
    <>
      <fieldset className="field">
        <legend>{t('report.source')}</legend>
        <Radio.Group
          value={value.source}
          onChange={(event) => onChange({ source: event.target.value })}
          options={(['phone', 'inPerson', 'staff'] as const).map((source) => ({ value: source, label: t(`matters:sources.${source}`) }))}
        />
      </fieldset>
      {value.source !== 'staff' && (
        <div className="pair">
          <div className="field">
            <label htmlFor={name}>
              {t('report.contactName')} <small className="soft">{t('app:optional')}</small>
            </label>
            <Input
              id={name}
              autoComplete="off"
              maxLength={30}
              value={value.contactName}
              onChange={(event) => onChange({ contactName: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={phone}>
              {t('report.contactPhone')} <small className="soft">{t('app:optional')}</small>
            </label>
            <Input
              id={phone}
              type="tel"
              autoComplete="off"
              maxLength={16}
              value={value.contactPhone}
              onChange={(event) => onChange({ contactPhone: event.target.value })}
            />
          </div>
        </div>
      )}
    </>
  )
}

function What({ value, onChange }: Props) {
  const { t } = useTranslation('desk')
  const [place, category] = [useId(), useId()]
  const canSettle = useCanSettle(value.category)
  return (
    <>
      <div className="field">
        <label htmlFor={place}>{t('report.place')}</label>
        <PlaceSelect
          id={place}
          label={t('report.place')}
          placeholder={t('report.placeHow')}
          value={value.place || undefined}
          onChange={(code) => onChange({ place: code ?? '' })}
        />
      </div>
      <div className="field">
        <label htmlFor={category}>{t('report.category')}</label>
        <CategoryChoice
          id={category}
          label={t('report.category')}
          placeholder={t('report.categoryHow')}
          value={value.category}
          onChange={(code) => onChange({ category: code })}
        />
      </div>
      <WordsField
        name={t('report.words')}
        note={t('report.wordsHow')}
        value={value.words}
        most={1000}
        onChange={(words) => onChange({ words })}
      />
      <PhotosField ids={value.photos} onChange={(photos) => onChange((now) => ({ photos: photos(now.photos) }))} />
      {canSettle && (
        <Checkbox checked={value.isSettled} onChange={(event) => onChange({ isSettled: event.target.checked })}>
          {t('report.settled')}
        </Checkbox>
      )}
      {canSettle && value.isSettled && (
        <WordsField name={t('report.outcome')} value={value.outcome} most={1000} onChange={(outcome) => onChange({ outcome })} />
      )}
    </>
  )
}
