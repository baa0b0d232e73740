/** A real browser for the journeys and the pictures: the Chromium that npm test found or installed. */
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Throws with the command to install one if there is none: a browser test is never skipped in silence. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('There is no Chromium or Chrome. Run: node scripts/bootstrap.mjs --browser')
  return chromium.launch({ executablePath, args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
}
