/** The routing table a county starts with. An administrator changes it at the desk. */
import type { Audience, Channel, Route, Told } from './notice.ts'

const route = (event: Told, audience: Audience, template: string, channels: readonly Channel[], onlyEmergency = false): Route[] =>
  channels.map((channel) => ({ event, audience, channel, template, isOn: true, onlyEmergency }))

const staff: readonly Channel[] = ['app', 'push', 'wechat']

export const routes: readonly Route[] = [
  ...(['reported', 'passedUp', 'handedDown', 'handedOver', 'moved', 'reopened', 'unlinked'] as const).flatMap((event) =>
    route(event, 'holder', 'new', staff),
  ),
  ...route('takenOver', 'holder', 'takenOver', staff),
  ...route('reported', 'levels', 'emergency', [...staff, 'sms'], true),
  ...route('granted', 'levels', 'emergency', [...staff, 'sms'], true),
  ...route('reminded', 'holder', 'reminder', staff),
  ...route('lapsed', 'holder', 'lapsedTo', staff),
  ...route('lapsed', 'oldHolder', 'lapsedFrom', staff),
  ...(['wecom', 'dingtalk'] as const).map(
    (channel): Route => ({ event: 'lapsed', audience: 'group', channel, template: 'group', isOn: true, onlyEmergency: false }),
  ),
  ...route('overdue', 'holder', 'overdue', staff),
  ...route('overdue', 'above', 'overdue', staff),
  ...route('applied', 'decider', 'application', staff),
  ...route('applicationMoved', 'decider', 'application', staff),
  ...route('granted', 'applicant', 'granted', staff),
  ...route('declined', 'applicant', 'declined', staff),
  ...route('ordered', 'holder', 'order', staff),
  ...route('answered', 'orderer', 'answered', staff),
  ...route('orderLapsed', 'orderer', 'unanswered', staff),
  ...(['settled', 'refused', 'withdrawn', 'linked', 'granted'] as const).flatMap((event) => route(event, 'orderer', 'orderEnded', staff)),
  ...route('resumed', 'holder', 'resumed', staff),
  ...route('joined', 'holder', 'joined', ['app']),
  ...route('settled', 'reporters', 'settledFor', ['sms', 'wechat']),
  ...route('settled', 'filer', 'settledFor', ['app']),
  ...route('refused', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('refused', 'filer', 'endedFor', ['app']),
  ...route('granted', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('granted', 'filer', 'endedFor', ['app']),
  ...route('linked', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('linked', 'filer', 'endedFor', ['app']),
  ...route('unlinked', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('unlinked', 'filer', 'endedFor', ['app']),
  ...route('vacancy', 'administrators', 'vacancy', ['app']),
  ...route('dispute.registered', 'committeeHead', 'disputeNew', staff),
  ...route('dispute.assigned', 'mediators', 'disputeYours', staff),
  ...route('dispute.alarm', 'prevention', 'disputeAlarm', [...staff, 'sms']),
  ...route('dispute.alarm', 'committeeHead', 'disputeAlarm', staff),
  ...route('dispute.reminded', 'mediators', 'disputeDue', staff),
  ...route('dispute.reminded', 'committeeHead', 'disputeDue', ['app']),
  ...route('dispute.reminded', 'prevention', 'disputeDue', ['app']),
  ...route('dispute.promise', 'mediators', 'disputeDue', staff),
  ...route('dispute.promise', 'parties', 'disputePromise', ['sms']),
  ...route('dispute.message', 'mediators', 'disputeMessage', staff),
  ...route('dispute.referred', 'office', 'disputeReferred', staff),
  ...route('dispute.claimed', 'judicialOffice', 'disputeClaimed', ['app']),
  ...route('dispute.decided', 'mediators', 'disputeDecided', ['app']),
]
