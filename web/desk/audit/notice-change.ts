/** What the trail keeps of a change to how people are told, in words: which rule, text or channel, and what it was and is. Pure but for the words. */
import { useTranslation } from 'react-i18next'
import { outsideChannels } from '#modules/notices/channel.ts'
import { audiences, channels } from '#modules/notices/notice.ts'
import { templates } from '#modules/notices/texts.ts'
import { clockOf } from '../notices/routing.ts'

export type What =
  | { readonly kind: 'rule'; readonly event: string; readonly audience: string; readonly channel: string }
  | { readonly kind: 'text' | 'channel' | 'robot'; readonly name: string }
  | { readonly kind: 'quiet' | 'delivery' }

const isAmong = (all: readonly string[], one: string | undefined) => one !== undefined && all.includes(one)

/** The name under which the server keeps it: "reported holder app", a text's code, a channel, "quiet", a delivery's id, or a robot's own name. */
export function whatOf(name: string): What {
  const [event = '', audience, channel, ...more] = name.split(' ')
  if (more.length === 0 && isAmong(audiences, audience) && isAmong(channels, channel))
    return { kind: 'rule', event, audience: audience!, channel: channel! }
  if (name === 'quiet') return { kind: 'quiet' }
  if (isAmong(outsideChannels, name)) return { kind: 'channel', name }
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(name)) return { kind: 'delivery' }
  return { kind: templates.some(({ code }) => code === name) ? 'text' : 'robot', name }
}

/** "false → true": the two sides. A text that has an arrow of its own stays whole on the second side. */
export const sidesOf = (change: string): readonly [was: string, is: string] => {
  const at = change.indexOf(' → ')
  return at < 0 ? ['–', change] : [change.slice(0, at), change.slice(at + 3)]
}

export function useNoticeChange() {
  const { t } = useTranslation(['notices', 'desk', 'app'])
  const textName = (code: string) => t(`texts.${code}`, { defaultValue: code })
  const yes = (value: string) => (value === 'true' ? t('desk:audit.yes') : value === 'false' ? t('desk:audit.no') : value)
  const named = (under: string) => (value: string) => t(`${under}.${value}`, { defaultValue: value })
  const say: Readonly<Record<string, (value: string) => string>> = {
    ...{ isOn: yes, onlyEmergency: yes, template: textName, driver: named('driver.drivers') },
    ...{ event: named('events'), audience: named('audiences'), channel: named('channels'), status: named('deliveries.statuses') },
    ...{ quietFrom: (value) => clockOf(Number(value)), quietUntil: (value) => clockOf(Number(value)) },
    wechatFields: (value) => fieldWords(value),
  }
  const gapped = (value: string) => value.replace(/\{(\w+)\}/g, (_, gap: string) => `〔${named('gaps')(gap)}〕`)
  return {
    subject(name: string): string {
      const what = whatOf(name)
      switch (what.kind) {
        case 'rule':
          return t('changed.rule', {
            event: named('events')(what.event),
            audience: named('audiences')(what.audience),
            channel: named('channels')(what.channel),
          })
        case 'text':
          return t('changed.text', { name: textName(what.name) })
        case 'channel':
          return t('changed.channel', { name: t(`channels.${what.name}`) })
        case 'robot':
          return t('changed.robot', { name: what.name })
        default:
          return t(`changed.${what.kind}`)
      }
    },
    change(field: string, change: string): string {
      const [before, after] = sidesOf(change).map((side) =>
        ['–', '', '[]'].includes(side) ? t('changed.nothing') : gapped(say[field]?.(side) ?? side),
      )
      return t('desk:audit.changed', { name: t(`changed.fields.${field}`, { defaultValue: field }), before, after })
    },
  }
}

/** [{"name":"thing1","text":"{place}"}] → "thing1 {place}". */
function fieldWords(value: string): string {
  try {
    return (JSON.parse(value) as { name: string; text: string }[]).map(({ name, text }) => `${name} ${text}`).join(', ') || '–'
  } catch {
    return value
  }
}
