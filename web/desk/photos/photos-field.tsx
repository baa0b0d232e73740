/** Photos to go with what is written: made small here, sent at once, named in the command. */
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import PlusOutlined from '@ant-design/icons/PlusOutlined'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photosAtMost } from '#modules/matters/matter.ts'
import { mint, photoAddress, putPhoto } from '#web/client/api.ts'
import { whileComing } from '#web/client/photos-coming.ts'
import { shrinkPhoto } from '#web/client/shrink-photo.ts'
import { useAttempt } from '../attempt.ts'
import { sayHere } from '../trouble.tsx'

type Props = {
  readonly ids: readonly string[]
  readonly most?: number
  /** What the photos are of, where it is not just photos. */
  readonly name?: string
  readonly onChange: (change: (ids: readonly string[]) => readonly string[]) => void
}

export function PhotosField({ ids, most = photosAtMost, name, onChange }: Props) {
  const { t } = useTranslation(['app', 'matters'])
  const { isBusy, refusal, attempt } = useAttempt()
  const [coming, setComing] = useState(0)
  const room = most - ids.length - coming

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, room)
    event.target.value = ''
    setComing(files.length)
    await attempt(() =>
      whileComing(async () => {
        for (const file of files) {
          const id = mint<string>()
          await putPhoto(id, await shrinkPhoto(file))
          onChange((now) => [...now, id])
          setComing((now) => now - 1)
        }
      }),
    )
    setComing(0)
  }

  return (
    <fieldset className="field">
      <legend>
        {name ?? t('matters:fields.photos')} <small className="soft">{t('pictures.most', { count: most })}</small>
      </legend>
      <ul className="photos">
        {ids.map((id, at) => (
          <li key={id} className="photo-kept">
            <span className="photo">
              <img src={photoAddress(id, 'small')} alt={t('pictures.one', { number: at + 1 })} />
            </span>
            <button
              type="button"
              className="photo-drop"
              aria-label={t('pictures.drop', { number: at + 1 })}
              onClick={() => onChange((now) => now.filter((each) => each !== id))}
            >
              <CloseOutlined aria-hidden="true" />
            </button>
          </li>
        ))}
        {room > 0 && (
          <li>
            <label className="photo photo-add" aria-busy={isBusy}>
              <PlusOutlined aria-hidden="true" />
              {isBusy ? t('sending') : t('pictures.add')}
              <input className="unseen" type="file" accept="image/*" multiple disabled={isBusy} onChange={(event) => void add(event)} />
            </label>
          </li>
        )}
      </ul>
      {refusal && <p className="warning">{sayHere(refusal)}</p>}
    </fieldset>
  )
}
