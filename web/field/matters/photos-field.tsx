/** Taking and choosing photos. Each is made small and kept on the phone at once; it is sent with what it belongs to. */
import CameraOutline from 'antd-mobile-icons/es/CameraOutline'
import CloseOutline from 'antd-mobile-icons/es/CloseOutline'
import PictureOutline from 'antd-mobile-icons/es/PictureOutline'
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photosAtMost } from '#modules/matters/matter.ts'
import { mint } from '#web/client/api.ts'
import { dropPhoto, keepPhoto } from '#web/client/outbox-store.ts'
import { whileComing } from '#web/client/photos-coming.ts'
import { useMe } from '#web/client/session.ts'
import { shrinkPhoto } from '#web/client/shrink-photo.ts'
import { usePhotoAddress } from './photos.tsx'

type Props = {
  readonly ids: readonly string[]
  readonly onChange: (change: (ids: readonly string[]) => readonly string[]) => void
  readonly most?: number
}

export function PhotosField({ ids, onChange, most = photosAtMost }: Props) {
  const { t } = useTranslation('app')
  const { id: person } = useMe()
  const [isBusy, setBusy] = useState(false)
  const room = most - ids.length

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])].slice(0, room)
    event.target.value = ''
    setBusy(true)
    try {
      await whileComing(async () => {
        for (const file of files) {
          const id = mint<string>()
          await keepPhoto({ id, person, picture: await shrinkPhoto(file), keptAt: new Date().toISOString() })
          onChange((now) => [...now, id])
        }
      })
    } finally {
      setBusy(false)
    }
  }

  const drop = (id: string) => {
    onChange((now) => now.filter((each) => each !== id))
    void dropPhoto(id)
  }

  return (
    <fieldset className="field">
      <legend className="field-name">
        {t('fields.photos')}
        <small className="soft">{t('pictures.most', { count: most })}</small>
      </legend>
      <ul className="photos">
        {ids.map((id, at) => (
          <li key={id}>
            <Kept id={id} number={at + 1} onDrop={() => drop(id)} />
          </li>
        ))}
      </ul>
      {room > 0 && (
        <div className="buttons" aria-busy={isBusy}>
          <label className="button">
            <CameraOutline aria-hidden="true" />
            {t('pictures.take')}
            <input className="unseen" type="file" accept="image/*" capture="environment" onChange={(event) => void add(event)} />
          </label>
          <label className="button">
            <PictureOutline aria-hidden="true" />
            {t('pictures.add')}
            <input className="unseen" type="file" accept="image/*" multiple onChange={(event) => void add(event)} />
          </label>
        </div>
      )}
    </fieldset>
  )
}

function Kept({ id, number, onDrop }: { id: string; number: number; onDrop: () => void }) {
  const { t } = useTranslation('app')
  const address = usePhotoAddress(id, 'small')
  return (
    <span className="photo-kept">
      <span className="photo">{address && <img src={address} alt={t('pictures.one', { number })} />}</span>
      <button type="button" className="photo-drop" onClick={onDrop} aria-label={t('pictures.drop', { number })}>
        <CloseOutline aria-hidden="true" />
      </button>
    </span>
  )
}
