/** Photos of a file, small; tapped, they fill the screen. Those still on this phone are shown from it. */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photoAddress } from '#web/client/api.ts'
import { findPhoto } from '#web/client/outbox-store.ts'

const Viewer = lazy(async () => ({ default: (await import('antd-mobile/es/components/image-viewer')).default.Multi }))

/** An address for a photo: from this phone while it has not been sent, else from the server. */
export function usePhotoAddress(id: string, size?: 'small'): string {
  const [address, setAddress] = useState('')
  useEffect(() => {
    let made = ''
    let isHere = true
    void findPhoto(id)
      .catch(() => undefined)
      .then((picture) => {
        if (!isHere) return
        if (picture) made = URL.createObjectURL(picture)
        setAddress(made || photoAddress(id, size))
      })
    return () => {
      isHere = false
      if (made) URL.revokeObjectURL(made)
    }
  }, [id, size])
  return address
}

const addressOf = async (id: string) => {
  const picture = await findPhoto(id).catch(() => undefined)
  return picture ? URL.createObjectURL(picture) : photoAddress(id)
}

/** `name` says whose or of what they are, where their place on the page does not: a signature's. */
export function Photos({ ids, name }: { ids: readonly string[]; name?: string }) {
  const [open, setOpen] = useState<{ at: number; images: string[] }>()
  const show = async (at: number) => setOpen({ at, images: await Promise.all(ids.map(addressOf)) })
  if (ids.length === 0) return null
  return (
    <>
      <ul className="photos">
        {ids.map((id, at) => (
          <li key={id}>
            <Thumbnail id={id} name={name && (ids.length > 1 ? `${name} ${at + 1}` : name)} number={at + 1} onOpen={() => void show(at)} />
          </li>
        ))}
      </ul>
      {open && (
        <Suspense fallback={null}>
          <Viewer images={open.images} visible defaultIndex={open.at} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function Thumbnail({ id, name, number, onOpen }: { id: string; name: string | undefined; number: number; onOpen: () => void }) {
  const { t } = useTranslation('app')
  const address = usePhotoAddress(id, 'small')
  const [isLost, setLost] = useState(false)
  if (isLost) return <span className="photo-lost">{t('pictures.lost')}</span>
  return (
    <button type="button" className="photo" onClick={onOpen}>
      {address && <img src={address} alt={name ?? t('pictures.one', { number })} loading="lazy" onError={() => setLost(true)} />}
    </button>
  )
}
