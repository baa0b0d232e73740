/** Which driver sends on a channel, by the name of the driver and its settings. */
import type { DriverName } from '../channel.ts'
import { type AliyunSettings, aliyun } from './aliyun.server.ts'
import type { Driver } from './driver.server.ts'
import { push, type Vapid } from './push.server.ts'
import { dingtalk, type RobotSettings, wecom } from './robots.server.ts'
import { type WechatSettings, wechat } from './wechat.server.ts'

/** The row in `deliveries` is the log: it keeps what would have been sent. */
const log: Driver = { outcome: 'logged', send: async () => undefined }

export type Around = { readonly now: () => string; readonly vapid: Vapid; readonly contact: string }

/** `settings`: the channel's, or the robot's own. They were checked when they were entered. */
export function driverFor(driver: DriverName, settings: Readonly<Record<string, string>>, { now, vapid, contact }: Around): Driver {
  switch (driver) {
    case 'log':
      return log
    case 'push':
      return push({ vapid, contact })
    case 'aliyun':
      return aliyun(settings as AliyunSettings, now)
    case 'wechat':
      return wechat(settings as WechatSettings, now)
    case 'wecom':
      return wecom(settings as RobotSettings)
    case 'dingtalk':
      return dingtalk(settings as RobotSettings, now)
  }
}
