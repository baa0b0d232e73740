/** Signing at the desk: the paper that everybody signed, photographed or scanned page by page; or one signature alone. */
import { useTranslation } from 'react-i18next'
import { dayOf } from '#modules/kernel/calendar.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { DayField, OneOf } from '../../fields.tsx'
import { Take } from '../../list/take.tsx'
import { PhotosField } from '../../photos/photos-field.tsx'
import { type FieldProps, PartyField, ThroughField } from './people-fields.tsx'

export function SignFields(props: FieldProps) {
  const { file, filled, onChange, labelOf } = props
  const { t } = useTranslation('disputes')
  const today = dayOf(useNow())
  const { dispute } = file
  return (
    <>
      <p>
        <Take
          path={`/disputes/${dispute.id}/documents/agreement`}
          name={`${file.number} ${t('items.agreement')}.pdf`}
          words={t('desk.agreement.print')}
          done={t('desk.dossier.taken')}
        />
      </p>
      <OneOf
        name={labelOf('signAs')}
        value={filled.signAs}
        isStacked
        options={(['all', 'party', 'mediator', 'seal'] as const).map((value) => ({
          value,
          label: (
            <span className="option">
              {t(`signers.${value}`)} <small className="soft">{t(`desk.signers.${value}`)}</small>
            </span>
          ),
        }))}
        onChange={(signAs) => onChange({ signAs, way: 'scan' })}
      />
      {filled.signAs === 'party' && (
        <>
          <PartyField {...props} />
          <ThroughField {...props} />
        </>
      )}
      <DayField name={labelOf('on')} value={filled.on} from={dispute.agreement?.madeOn} until={today} onChange={(on) => onChange({ on })} />
      <PhotosField
        name={labelOf('photos')}
        most={20}
        ids={filled.photos}
        onChange={(change) => onChange((now) => ({ photos: change(now.photos) }))}
      />
    </>
  )
}
