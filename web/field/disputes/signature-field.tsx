/**
 * A signature drawn with a finger. It is kept on the phone after every stroke, as dark ink on white whatever the screen's colours, under
 * one id: what is sent is what was last on the paper.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mint } from '#web/client/api.ts'
import { dropPhoto, keepPhoto } from '#web/client/outbox-store.ts'
import { whileComing } from '#web/client/photos-coming.ts'
import { useMe } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { usePhotoAddress } from '../matters/photos.tsx'

type Point = { readonly x: number; readonly y: number }
type Props = { readonly name: string; readonly ids: readonly string[]; readonly onChange: (ids: readonly string[]) => void }

/** Pixels of the picture that is kept, whatever the screen: two to one. */
const paper = { width: 900, height: 450 }
const ink = 7

function blankPaper(canvas: HTMLCanvasElement) {
  canvas.width = paper.width
  canvas.height = paper.height
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, paper.width, paper.height)
  return pen
}

const pointOn = (canvas: HTMLCanvasElement, { clientX, clientY }: { clientX: number; clientY: number }): Point => {
  const { left, top, width, height } = canvas.getBoundingClientRect()
  return { x: ((clientX - left) / width) * paper.width, y: ((clientY - top) / height) * paper.height }
}

function stroke(pen: CanvasRenderingContext2D, from: Point, to: Point) {
  pen.strokeStyle = '#101418'
  pen.lineWidth = ink
  pen.lineCap = 'round'
  pen.beginPath()
  pen.moveTo(from.x, from.y)
  pen.lineTo(to.x, to.y)
  pen.stroke()
}

export function SignatureField({ name, ids, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const [kept] = ids
  const [wasKept, setWasKept] = useState(kept !== undefined)
  return (
    <fieldset className="field">
      <legend className="field-name">{name}</legend>
      {wasKept && kept ? (
        <>
          <Kept id={kept} name={name} />
          <Act
            onAct={() => {
              void dropPhoto(kept)
              setWasKept(false)
              onChange([])
            }}
          >
            {t('field.sign.again')}
          </Act>
        </>
      ) : (
        <Pad name={name} isEmpty={kept === undefined} onChange={onChange} />
      )}
    </fieldset>
  )
}

function Kept({ id, name }: { id: string; name: string }) {
  const address = usePhotoAddress(id)
  return <div className="signature">{address && <img src={address} alt={name} />}</div>
}

function Pad({ name, isEmpty, onChange }: { name: string; isEmpty: boolean; onChange: Props['onChange'] }) {
  const { t } = useTranslation('disputes')
  const { id: person } = useMe()
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Point | undefined>(undefined)
  const id = useRef('')

  useEffect(() => {
    if (canvas.current) blankPaper(canvas.current)
  }, [])

  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = pointOn(event.currentTarget, event)
    stroke(event.currentTarget.getContext('2d')!, last.current, last.current)
  }
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current || !event.isPrimary) return
    const pen = event.currentTarget.getContext('2d')!
    // Every point that the finger passed, not only one a frame: a quick hand stays round.
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? []
    for (const each of passed.length > 0 ? passed : [event]) {
      const point = pointOn(event.currentTarget, each)
      stroke(pen, last.current, point)
      last.current = point
    }
  }
  const end = () => {
    const drawn = canvas.current
    if (!last.current || !drawn) return
    last.current = undefined
    id.current ||= mint<string>()
    const kept = id.current
    void whileComing(async () => {
      const picture = await new Promise<Blob | null>((resolve) => drawn.toBlob(resolve, 'image/png'))
      // Wiped meanwhile: then there is nothing to keep.
      if (!picture || id.current !== kept) return
      await keepPhoto({ id: kept, person, picture, keptAt: new Date().toISOString() })
      onChange([kept])
    })
  }
  const wipe = () => {
    if (canvas.current) blankPaper(canvas.current)
    if (id.current) void dropPhoto(id.current)
    id.current = ''
    onChange([])
  }

  return (
    <>
      <div className="signature">
        <canvas
          ref={canvas}
          aria-label={name}
          role="img"
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {isEmpty && <span className="signature-hint">{t('field.sign.here')}</span>}
      </div>
      {!isEmpty && <Act onAct={wipe}>{t('field.sign.wipe')}</Act>}
    </>
  )
}
