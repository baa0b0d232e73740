/** Pulling a list down renews it. Our own, because the library's brings 27 KB of springs to the first screen. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Pixels of pulling, at half the finger's way, from which letting go renews. */
const enough = 56
const most = 90

export function PullToRefresh({ onRefresh, children }: { onRefresh: () => Promise<unknown>; children: ReactNode }) {
  const { t } = useTranslation('field')
  const area = useRef<HTMLDivElement>(null)
  const [pulled, setPulled] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const latest = useRef(onRefresh)
  latest.current = onRefresh

  useEffect(() => {
    const element = area.current
    if (!element) return
    let from: number | undefined
    let way = 0
    const start = ({ touches }: TouchEvent) => {
      from = scrollY <= 0 && touches.length === 1 ? touches[0]!.clientY : undefined
      way = 0
    }
    const move = (event: TouchEvent) => {
      if (from === undefined) return
      way = Math.min(most, (event.touches[0]!.clientY - from) / 2)
      if (way > 4 && scrollY <= 0 && event.cancelable) event.preventDefault()
      setPulled(Math.max(0, way))
    }
    const end = () => {
      if (from !== undefined && way >= enough) {
        setBusy(true)
        void latest.current().finally(() => setBusy(false))
      }
      from = undefined
      setPulled(0)
    }
    element.addEventListener('touchstart', start, { passive: true })
    element.addEventListener('touchmove', move, { passive: false })
    element.addEventListener('touchend', end)
    element.addEventListener('touchcancel', end)
    return () => {
      element.removeEventListener('touchstart', start)
      element.removeEventListener('touchmove', move)
      element.removeEventListener('touchend', end)
      element.removeEventListener('touchcancel', end)
    }
  }, [])

  const height = isBusy ? enough : pulled
  return (
    <div ref={area}>
      <div className="pull" style={{ blockSize: height }} role="status">
        {height > 8 && t(isBusy ? 'list.refreshing' : pulled >= enough ? 'list.release' : 'list.pull')}
      </div>
      {children}
    </div>
  )
}
