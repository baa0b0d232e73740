import { useCallback, useEffect, useRef } from 'react'

/** Calls when the element comes into sight, a screen early: the next page of a list is there before it is needed. */
export function useSeen(onSeen: () => void) {
  const latest = useRef(onSeen)
  useEffect(() => {
    latest.current = onSeen
  })
  const watcher = useRef<IntersectionObserver | undefined>(undefined)
  return useCallback((element: HTMLElement | null) => {
    watcher.current?.disconnect()
    if (!element) return
    watcher.current = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && latest.current(), {
      rootMargin: '600px',
    })
    watcher.current.observe(element)
  }, [])
}
