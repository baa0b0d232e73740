/** How the pages look to this person, remembered on this device: print size and light or dark. */
import 'virtual:tokens.css'
import './base.css'
import { useSyncExternalStore } from 'react'
import type { Mode } from './tokens.ts'

export type Print = 'normal' | 'large'

const root = document.documentElement
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
systemDark.addEventListener('change', tell)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const printNow = (): Print => (root.dataset['print'] === 'large' ? 'large' : 'normal')
const modeNow = (): Mode => (root.dataset['mode'] as Mode | undefined) ?? (systemDark.matches ? 'dark' : 'light')

export function setPrint(print: Print) {
  root.dataset['print'] = print
  localStorage.setItem('print', print)
  tell()
}

/** Light, dark, or with undefined whatever the system wishes. */
export function setMode(mode: Mode | undefined) {
  if (mode) root.dataset['mode'] = mode
  else delete root.dataset['mode']
  if (mode) localStorage.setItem('mode', mode)
  else localStorage.removeItem('mode')
  tell()
}

export const usePrint = (): Print => useSyncExternalStore(subscribe, printNow)
export const useMode = (): Mode => useSyncExternalStore(subscribe, modeNow)

/** Called once, before the first paint. */
export function startLook() {
  if (localStorage.getItem('print') === 'large') root.dataset['print'] = 'large'
  const mode = localStorage.getItem('mode')
  if (mode === 'light' || mode === 'dark') root.dataset['mode'] = mode
}
