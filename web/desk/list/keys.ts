/** J and K go down and up the list, Enter opens the file, Esc closes the preview. Never while something is being typed. */
import { useEffect } from 'react'

type Keys = {
  readonly ids: readonly string[]
  readonly open: string | undefined
  readonly setOpen: (id: string | undefined) => void
  readonly onEnter: (id: string) => void
}

const isTaken = (event: KeyboardEvent) => {
  const { target } = event
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]') !== null
  )
}

const isOnControl = ({ target }: KeyboardEvent) => target instanceof HTMLElement && target.closest('a, button') !== null

export function useKeys({ ids, open, setOpen, onEnter }: Keys) {
  useEffect(() => {
    const step = (by: number) => {
      const at = open ? ids.indexOf(open) : -1
      const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))]
      if (!next) return
      setOpen(next)
      const row = document.getElementById(`row-${next}`)
      row?.scrollIntoView({ block: 'nearest' })
      // Enter then opens this one, and not what was pressed last.
      row?.querySelector('a')?.focus({ preventScroll: true })
    }
    const press = (event: KeyboardEvent) => {
      if (isTaken(event)) return
      if (event.key === 'j' || event.key === 'J') step(1)
      else if (event.key === 'k' || event.key === 'K') step(-1)
      else if (event.key === 'Escape' && open) setOpen(undefined)
      else if (event.key === 'Enter' && open && !isOnControl(event)) onEnter(open)
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [ids, open, setOpen, onEnter])
}
