/** What a signature was drawn on, as the file keeps it: "安卓手机 · Chrome". */
import i18next from 'i18next'
import { deviceOf } from '../people/device.ts'

export function thisDevice(): string {
  const { system, browser } = deviceOf(navigator.userAgent)
  return i18next.t('field:sessions.device', {
    system: i18next.t(`field:sessions.devices.${system}`),
    browser: i18next.t(`field:sessions.browsers.${browser}`, { defaultValue: browser }),
  })
}
