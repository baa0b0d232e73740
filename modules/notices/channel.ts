/** Channels and what can send on each: the log, which keeps everything in the house, and the providers with the settings each asks for. */
import { type Audience, type Channel, channels, groupChannels } from './notice.ts'

export const driverNames = ['log', 'push', 'aliyun', 'wechat', 'wecom', 'dingtalk'] as const
export type DriverName = (typeof driverNames)[number]

/** The first is the one that a county has before anybody chooses. Web push asks for no keys, and goes only to who subscribed. */
export const driversOf: Readonly<Record<Exclude<Channel, 'app'>, readonly DriverName[]>> = {
  push: ['push', 'log'],
  sms: ['log', 'aliyun'],
  wechat: ['log', 'wechat'],
  wecom: ['log', 'wecom'],
  dingtalk: ['log', 'dingtalk'],
}

export const outsideChannels = channels.filter((channel) => channel !== 'app')

/** What a driver has to be told before it can send; those with a `?` have a default. Robots bring their own address and secret. */
export const settingsOf: Readonly<Record<DriverName, readonly string[]>> = {
  log: [],
  push: [],
  aliyun: ['accessKeyId', 'accessKeySecret', 'signName', 'endpoint?'],
  /** Token and key are those of the account's server settings: with them it hears who wants to be told. */
  wechat: ['appId', 'appSecret', 'token?', 'aesKey?', 'accountName?', 'address?'],
  wecom: [],
  dingtalk: [],
}

/** Settings of a known form: WeChat's token, and its EncodingAESKey of 43 signs (32 bytes in base64). */
const forms: Readonly<Record<string, RegExp>> = { token: /^[A-Za-z0-9]{3,32}$/, aesKey: /^[A-Za-z0-9+/]{43}$/ }

type Wrong = Readonly<Record<'missing' | 'unknown' | 'malformed', string[]>>

/** The settings of a driver that are missing, those it does not know, and those that cannot be right. */
export function wrongSettings(driver: DriverName, given: Readonly<Record<string, string>>): Wrong {
  const fields = settingsOf[driver]
  return {
    missing: fields.filter((field) => !field.endsWith('?') && !given[field]),
    unknown: Object.keys(given).filter((name) => !fields.includes(name) && !fields.includes(`${name}?`)),
    malformed: Object.entries(given).flatMap(([name, value]) => (value !== '' && forms[name]?.test(value) === false ? [name] : [])),
  }
}

/** Whether an audience can be reached on a channel at all: groups by their robots, residents by telephone or WeChat, staff by everything else. */
export function reaches(audience: Audience, channel: Channel): boolean {
  if (audience === 'group' || groupChannels.includes(channel)) return audience === 'group' && groupChannels.includes(channel)
  if (audience === 'parties') return channel === 'sms'
  return audience !== 'reporters' || channel === 'sms' || channel === 'wechat'
}
