/** The fields of each action: what it needs and no more, and where the matter will go before it goes. */
import { Button, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filled } from '#modules/matters/form.ts'
import type { Action } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { useActor } from '#web/client/session.ts'
import { readBy } from '#web/ui/read-by.ts'
import { PhotosField } from './photos-field.tsx'
import { departmentSeats, handDownSeats, passUpSeat, seatPath } from './seats.ts'

type Change = (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) => void
type Props = { readonly action: Action; readonly file: MatterFile; readonly filled: Filled; readonly onChange: Change }

const withPhotos: readonly Action[] = ['settle', 'passUp', 'comment', 'reopen']
const silent: readonly Action[] = ['accept', 'verify']
const offers: Partial<Record<Action, readonly string[]>> = {
  passUp: ['beyond', 'money', 'experts'],
  handDown: ['look', 'settle', 'report'],
  handOver: ['yours', 'answer'],
  reopen: ['notDone', 'again'],
}

export function ActionFields({ action, file, filled, onChange }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const reader = readBy(action, file.row.matter)
  const read = reader && t(`matters:readBy.${reader}`)
  return (
    <>
      {silent.includes(action) && <p>{t(`act.${action}.explained`)}</p>}
      {action === 'passUp' && <GoesTo file={file} />}
      {action === 'handDown' && <SeatField file={file} value={filled.seat} onChange={(seat) => onChange({ seat })} />}
      {action === 'handOver' && (
        <DepartmentField file={file} value={filled.department} onChange={(department) => onChange({ department })} />
      )}
      {!silent.includes(action) && (
        <WordsField
          name={t(`act.${action}.words`)}
          note={read}
          value={filled.words}
          most={action === 'settle' ? 1000 : 500}
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

type WordsProps = {
  name: string
  note?: string | undefined
  value: string
  most: number
  offers?: readonly string[]
  onChange: (words: string) => void
}

export function WordsField({ name, note, value, most, offers = [], onChange }: WordsProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {offers.length > 0 && (
        <div className="offers">
          {offers.map((offer) => (
            <Button key={offer} size="small" onClick={() => onChange(value.trim() ? `${value.trim()} ${offer}` : offer)}>
              {offer}
            </Button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={id}
        aria-describedby={note ? `${id}-note` : undefined}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <p id={`${id}-note`} className="soft">
          {note}
        </p>
      )}
    </div>
  )
}

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
