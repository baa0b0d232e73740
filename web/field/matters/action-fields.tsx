/** The fields of each action. */
import Switch from 'antd-mobile/es/components/switch'
import { useTranslation } from 'react-i18next'
import type { Category } from '#modules/categories/category.ts'
import type { Filled } from '#modules/matters/form.ts'
import { type Action, holderOf, type Matter } from '#modules/matters/matter.ts'
import type { FilledSeat, MatterFile } from '#modules/matters/reply.ts'
import { seatAbove, seatsBelow } from '#modules/matters/rules/ladder.ts'
import { type Actor, postIn, postsFor, type Seat } from '#modules/people/actor.ts'
import { covers } from '#modules/places/place.ts'
import { useActor } from '#web/client/session.ts'
import { readBy } from '#web/ui/read-by.ts'
import { Choice } from './choice.tsx'
import { Decision } from './decision-fields.tsx'
import { seatsOf } from './foreseen.ts'
import { useSeatName } from './matter-page.tsx'
import { Answered, OrderFields } from './order-fields.tsx'
import { PhotosField } from './photos-field.tsx'
import { PoliceFields } from './police-fields.tsx'
import { WishFields } from './wish-fields.tsx'
import { WordsField } from './words-field.tsx'

type Props = {
  readonly action: Action
  readonly file: MatterFile
  readonly matter: Matter
  readonly filled: Filled
  readonly onChange: (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) => void
  readonly categories: readonly Category[]
}
export type FieldsProps = Props

const withPhotos: readonly Action[] = ['settle', 'passUp', 'comment', 'reopen', 'answer']
/** Nothing has to be written for these. */
const optional: readonly Action[] = ['withdraw', 'grant', 'tellPolice', 'unlink']
const wordless: readonly Action[] = ['verify', 'cancel']
const most: Partial<Record<Action, number>> = { settle: 1000, answer: 1000 }
const offers: Partial<Record<Action, readonly string[]>> = {
  settle: ['cleaned', 'repaired', 'talked'],
  passUp: ['beyond', 'money', 'experts'],
  reopen: ['notDone', 'again'],
  decline: ['finish', 'unclear'],
  order: ['hurry', 'report'],
}

export function ActionFields(props: Props) {
  const { action, file, matter, filled, onChange } = props
  const { t } = useTranslation(['field', 'matters'])
  const reader = readBy(action, matter, filled.wish)
  const note = reader && t(`matters:readBy.${reader}`)
  return (
    <>
      {action === 'passUp' && <GoesTo file={file} matter={matter} />}
      {action === 'handDown' && <SeatField {...props} />}
      {action === 'handOver' && <DepartmentField {...props} />}
      {action === 'apply' && <WishFields {...props} />}
      {(action === 'grant' || action === 'decline' || action === 'cancel') && <Decision {...props} />}
      {action === 'order' && <OrderFields {...props} />}
      {action === 'answer' && <Answered {...props} />}
      {action === 'tellPolice' && <PoliceFields {...props} />}
      {(action === 'resume' || action === 'unlink') && <p>{t(`act.${action}.explained`)}</p>}
      {wordless.includes(action) ? (
        <p>{t(`act.${action}.explained`)}</p>
      ) : (
        <WordsField
          name={t(`act.${action}.words`)}
          note={note}
          value={filled.words}
          onChange={(words) => onChange({ words })}
          most={most[action] ?? 500}
          isOptional={optional.includes(action)}
          offers={offers[action]?.map((offer) => t(`act.${action}.offers.${offer}`)) ?? []}
        />
      )}
      {action === 'refuse' && (
        <WordsField
          name={t('act.refuse.channel')}
          placeholder={t('act.refuse.channelExample')}
          note={note}
          value={filled.channel}
          onChange={(channel) => onChange({ channel })}
          most={200}
        />
      )}
      {withPhotos.includes(action) && (
        <PhotosField ids={filled.photos} onChange={(change) => onChange((now) => ({ photos: change(now.photos) }))} />
      )}
      {action === 'comment' && matter.source === 'web' && (
        <p className="row">
          <span id="is-public">{t('act.comment.public')}</span>
          <Switch checked={filled.isPublic} onChange={(isPublic) => onChange({ isPublic })} aria-labelledby="is-public" />
        </p>
      )}
    </>
  )
}

/** Where it will go, before it goes. */
function GoesTo({ file, matter }: { file: MatterFile; matter: Matter }) {
  const { t } = useTranslation('field')
  const nameOf = useSeatName()
  const to = seatAbove(holderOf(matter), matter.place, file.around.category, seatsOf(file.around.filled))
  const seat =
    to && file.around.filled.find((each) => each.role === to.role && each.place === to.place && each.department === to.department)
  return seat ? <p>{t('act.passUp.to', { to: nameOf(seat) })}</p> : null
}

/** The seat one hands down from: the holder's if one sits there, else the lowest of one's own that may and covers it. */
const handsFrom = (actor: Actor, matter: Matter): Seat | undefined =>
  postIn(actor, holderOf(matter)) ??
  [...postsFor(actor, 'matter.handDown')]
    .filter(({ place }) => covers(place, matter.place))
    .sort((one, other) => other.place.length - one.place.length)[0]

const keyOf = ({ role, place }: Pick<FilledSeat, 'role' | 'place'>) => `${role}@${place}`

function SeatField({ file, matter, filled, onChange }: Props) {
  const { t } = useTranslation('field')
  const nameOf = useSeatName()
  const from = handsFrom(useActor(), matter)
  const below = from ? (seatsBelow(from, matter.place, seatsOf(file.around.filled), matter.seenBy) as unknown as FilledSeat[]) : []
  if (below.length === 0) return <p className="warning">{t('act.handDown.nobody')}</p>
  return (
    <Choice
      name={t('act.handDown.seat')}
      options={below.map((seat) => ({ key: keyOf(seat), words: nameOf(seat) }))}
      chosen={filled.seat}
      onChoose={(seat) => onChange({ seat })}
    />
  )
}

function DepartmentField({ file, matter, filled, onChange }: Props) {
  const { t } = useTranslation('field')
  const departments = file.around.filled.filter(
    ({ role, department }) => role === 'department_officer' && department !== matter.holderDepartment,
  )
  return (
    <Choice
      name={t('act.handOver.department')}
      options={departments.map(({ department, placeName }) => ({ key: department ?? '', words: placeName }))}
      chosen={filled.department}
      onChoose={(department) => onChange({ department })}
    />
  )
}
