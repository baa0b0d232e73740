/** Photos, small; opened, one fills the screen, and the arrow keys go to the others. */
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import LeftOutlined from '@ant-design/icons/LeftOutlined'
import RightOutlined from '@ant-design/icons/RightOutlined'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { photoAddress } from '#web/client/api.ts'

export function Photos({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('app')
  const [open, setOpen] = useState<number>()
  const [lost, setLost] = useState<readonly string[]>([])
  if (ids.length === 0) return null
  return (
    <>
      <ul className="photos">
        {ids.map((id, at) => (
          <li key={id}>
            {lost.includes(id) ? (
              <span className="photo photo-lost">{t('pictures.lost')}</span>
            ) : (
              <button type="button" className="photo" onClick={() => setOpen(at)}>
                <img
                  src={photoAddress(id, 'small')}
                  alt={t('pictures.one', { number: at + 1 })}
                  loading="lazy"
                  onError={() => setLost((now) => [...now, id])}
                />
              </button>
            )}
          </li>
        ))}
      </ul>
      {open !== undefined && <Viewer ids={ids} at={open} onTurn={setOpen} onClose={() => setOpen(undefined)} />}
    </>
  )
}

type Props = { readonly ids: readonly string[]; readonly at: number; readonly onTurn: (at: number) => void; readonly onClose: () => void }

/** The browser's own dialog: it holds the focus, and Esc closes it. A click on the photo opens it alone, to be enlarged. */
function Viewer({ ids, at, onTurn, onClose }: Props) {
  const { t } = useTranslation(['app', 'desk'])
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => shown?.close()
  }, [])
  const turn = (by: number) => onTurn((at + by + ids.length) % ids.length)
  const name = t('pictures.one', { number: at + 1 })
  const address = photoAddress(ids[at] ?? '')
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={name}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') turn(1)
        if (event.key === 'ArrowLeft') turn(-1)
        event.stopPropagation()
      }}
    >
      <header className="viewer-head">
        <span>
          {name} / {ids.length}
        </span>
        {ids.length > 1 && (
          <>
            <Button aria-label={t('desk:photos.before')} icon={<LeftOutlined aria-hidden="true" />} onClick={() => turn(-1)} />
            <Button aria-label={t('desk:photos.after')} icon={<RightOutlined aria-hidden="true" />} onClick={() => turn(1)} />
          </>
        )}
        <Button aria-label={t('close')} icon={<CloseOutlined aria-hidden="true" />} onClick={onClose} />
      </header>
      <a href={address} target="_blank" rel="noreferrer" title={t('desk:photos.alone')}>
        <img key={address} src={address} alt={name} />
      </a>
    </dialog>
  )
}
