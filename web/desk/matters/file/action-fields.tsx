/** The fields of each action: what it needs and no more, and where the matter will go before it goes. */
import { Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filled } from '#modules/matters/form.ts'
import type { Action } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile, MatterRow } from '#modules/matters/reply.ts'
import { useActor } from '#web/client/session.ts'
import { readBy } from '#web/ui/read-by.ts'
import { LineField, TimeField, WordsField } from '../../fields.tsx'
import { PhotosField } from '../../photos/photos-field.tsx'
import { LinkFields } from './link-fields.tsx'
import { AnsweredOrder, OrderFields } from './order-fields.tsx'
import { departmentSeats, handDownSeats, passUpSeat, seatPath } from './seats.ts'
import { Wish, WishFields } from './wish-fields.tsx'

type Change = (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) => void
type Props = {
  readonly action: Action
  readonly file: MatterFile
  readonly filled: Filled
  readonly onChange: Change
  readonly main: MatterRow | undefined
  readonly onMain: (row: MatterRow) => void
}

const withPhotos: readonly Action[] = ['settle', 'passUp', 'comment', 'reopen', 'answer']
const silent: readonly Action[] = ['accept', 'verify', 'cancel']
const explained: readonly Action[] = ['accept', 'verify', 'resume', 'tellPolice', 'unlink']
const optional: readonly Action[] = ['grant', 'tellPolice', 'link', 'unlink']
const long: readonly Action[] = ['settle', 'answer']
const offers: Partial<Record<Action, readonly string[]>> = {
  passUp: ['beyond', 'money', 'experts'],
  handDown: ['look', 'settle', 'report'],
  handOver: ['yours', 'answer'],
  reopen: ['notDone', 'again'],
  order: ['hurry', 'report'],
}

export function ActionFields(props: Props) {
  const { action, file, filled, onChange } = props
  const { t } = useTranslation(['desk', 'matters'])
  const reader = readBy(action, file.row.matter, filled.wish)
  const read = reader && t(`matters:readBy.${reader}`)
  return (
    <>
      {explained.includes(action) && <p>{t(`act.${action}.explained`)}</p>}
      <Before {...props} />
      {!silent.includes(action) && (
        <WordsField
          name={t(`act.${action}.words`)}
          note={read}
          value={filled.words}
          most={long.includes(action) ? 1000 : 500}
          isOptional={optional.includes(action)}
          offers={offers[action]?.map((offer) => t(`act.${action}.offers.${offer}`)) ?? []}
          onChange={(words) => onChange({ words })}
        />
      )}
      {action === 'refuse' && (
        <WordsField
          name={t('act.refuse.channel')}
          note={[t('act.refuse.channelExample'), read].filter(Boolean).join(' ')}
          value={filled.channel}
          most={200}
          onChange={(channel) => onChange({ channel })}
        />
      )}
      {action === 'comment' && (
        <Radio.Group
          aria-label={t('act.comment.who')}
          value={filled.isPublic}
          onChange={(event) => onChange({ isPublic: event.target.value })}
          options={[
            { value: false, label: t('act.comment.internal') },
            { value: true, label: t('act.comment.public') },
          ]}
        />
      )}
      {withPhotos.includes(action) && (
        <PhotosField ids={filled.photos} onChange={(change) => onChange((now) => ({ photos: change(now.photos) }))} />
      )}
    </>
  )
}

/** What stands above the words. */
function Before({ action, file, filled, onChange, main, onMain }: Props) {
  const { t } = useTranslation('desk')
  switch (action) {
    case 'passUp':
      return <GoesTo file={file} />
    case 'handDown':
      return <SeatField file={file} value={filled.seat} onChange={(seat) => onChange({ seat })} />
    case 'handOver':
      return <DepartmentField file={file} value={filled.department} onChange={(department) => onChange({ department })} />
    case 'apply':
      return <WishFields file={file} filled={filled} onChange={onChange} />
    case 'cancel':
    case 'grant':
    case 'decline':
      return <Wish file={file} action={action} />
    case 'order':
      return <OrderFields file={file} filled={filled} onChange={onChange} />
    case 'answer':
      return <AnsweredOrder file={file} filled={filled} onChange={onChange} />
    case 'tellPolice':
      return (
        <>
          <TimeField
            name={t('act.tellPolice.toldAt')}
            value={filled.toldAt}
            offers={[{ words: t('act.tellPolice.now'), at: minuteNow() }]}
            onChange={(toldAt) => onChange({ toldAt })}
          />
          <LineField name={t('act.tellPolice.station')} value={filled.station} most={60} onChange={(station) => onChange({ station })} />
        </>
      )
    case 'link':
      return <LinkFields file={file} chosen={main} onChoose={onMain} />
    default:
      return null
  }
}

const minuteNow = () => `${new Date().toISOString().slice(0, 17)}00.000Z`

function GoesTo({ file }: { file: MatterFile }) {
  const { t } = useTranslation(['desk', 'people', 'app'])
  const seat = passUpSeat(file)
  const who = seat && (seat.department ? seat.placeName : `${seat.placeName} ${t(`people:roles.${seat.role}`)}`)
  return (
    <p>{seat ? t('act.passUp.to', { to: [who, seat.names.join(t('app:comma'))].filter(Boolean).join(' ') }) : t('act.passUp.toCentre')}</p>
  )
}

const keyOf = ({ role, place }: FilledSeat) => `${role}@${place}`

function SeatField({ file, value, onChange }: { file: MatterFile; value: string; onChange: (key: string) => void }) {
  const { t } = useTranslation(['desk', 'people', 'app'])
  const id = useId()
  const seats = handDownSeats(file, useActor())
  if (seats.length === 0) return <p className="warning">{t('act.handDown.nobody')}</p>
  const roles = [...new Set(seats.map(({ role }) => role))]
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.handDown.seat')}</label>
      <Select
        id={id}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('act.handDown.choose')}
        value={value || undefined}
        onChange={onChange}
        options={roles.map((role) => ({
          label: t(`people:roles.${role}`),
          options: seats
            .filter((seat) => seat.role === role)
            .map((seat) => ({ value: keyOf(seat), label: `${seatPath(file, seat)} · ${seat.names.join(t('app:comma'))}` })),
        }))}
      />
    </div>
  )
}

function DepartmentField({ file, value, onChange }: { file: MatterFile; value: string; onChange: (department: string) => void }) {
  const { t } = useTranslation(['desk', 'app'])
  const id = useId()
  const usual = file.around.category.department
  const seats = [...departmentSeats(file)].sort((one, other) => Number(other.department === usual) - Number(one.department === usual))
  if (seats.length === 0) return <p className="warning">{t('act.handOver.nobody')}</p>
  return (
    <div className="field">
      <label htmlFor={id}>{t('act.handOver.department')}</label>
      <Select
        id={id}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('act.handOver.choose')}
        value={value || undefined}
        onChange={onChange}
        options={seats.map(({ department, placeName }) => ({
          value: department ?? '',
          label: department === usual ? t('act.handOver.usual', { name: placeName }) : placeName,
        }))}
      />
    </div>
  )
}
