/** The routing table and the texts a county starts with. An administrator changes them at the desk. */
import type { Audience, Channel, Route, Template, Told } from './notice.ts'

const text = (code: string, title: string, body: string, titleEn: string, bodyEn: string): Template => ({
  code,
  title,
  body,
  titleEn,
  bodyEn,
  outside: null,
})

export const templates: readonly Template[] = [
  text(
    'new',
    '新事项待接单',
    '{place} {category}（{number}），请在 {due} 前接单。',
    'A new matter to accept',
    '{category} at {place} ({number}): please accept it by {due}.',
  ),
  text(
    'emergency',
    '紧急事项',
    '{place} 有紧急事项：{category}（{number}），请马上查看。',
    'An emergency',
    '{category} at {place} ({number}): please look at once.',
  ),
  text(
    'reminder',
    '期限快到了',
    '{place} {category}（{number}）的期限是 {due}，请抓紧。',
    'A deadline is near',
    '{category} at {place} ({number}) is due by {due}.',
  ),
  text(
    'lapsedTo',
    '超时上提，请接单',
    '{place} {category}（{number}）下级超时，已上提到您这里，请在 {due} 前接单。',
    'Moved up to you',
    '{category} at {place} ({number}) was late below and is yours now: please accept it by {due}.',
  ),
  text(
    'lapsedFrom',
    '已超时上提',
    '{place} {category}（{number}）超过期限，已上提到{seat}。',
    'Moved up',
    '{category} at {place} ({number}) was late and has gone to {seat}.',
  ),
  text(
    'overdue',
    '超时未办结',
    '{place} {category}（{number}）已超时，没有更高一级，请督促办理。',
    'Late at the top',
    '{category} at {place} ({number}) is late, and there is no step further up.',
  ),
  text(
    'application',
    '有申请等您决定',
    '{place} {category}（{number}）申请{kind}，请在 {due} 前决定。',
    'An application to decide',
    '{category} at {place} ({number}): {kind}. Please decide by {due}.',
  ),
  text(
    'granted',
    '申请已同意',
    '{place} {category}（{number}）的申请已同意。',
    'Granted',
    'The application about {category} at {place} ({number}) was granted.',
  ),
  text(
    'declined',
    '申请没有同意',
    '{place} {category}（{number}）的申请没有同意，请看原因。',
    'Declined',
    'The application about {category} at {place} ({number}) was declined; please see why.',
  ),
  text(
    'order',
    '督办、催办',
    '{place} {category}（{number}）上级催问，请在 {due} 前答复。',
    'An order from above',
    '{category} at {place} ({number}): please answer by {due}.',
  ),
  text(
    'answered',
    '督办已答复',
    '{place} {category}（{number}）已经答复。',
    'Your order was answered',
    '{category} at {place} ({number}) has an answer.',
  ),
  text(
    'unanswered',
    '督办到期没有答复',
    '{place} {category}（{number}）到期没有答复。',
    'Your order was not answered',
    '{category} at {place} ({number}) was not answered in time.',
  ),
  text(
    'joined',
    '又有人反映',
    '{place} {category}（{number}）又有一位群众反映。',
    'Somebody else reports it',
    '{category} at {place} ({number}): somebody else reports the same.',
  ),
  text(
    'resumed',
    '恢复办理',
    '{place} {category}（{number}）恢复办理，请在 {due} 前办结。',
    'Going on',
    '{category} at {place} ({number}) goes on; please settle it by {due}.',
  ),
  text(
    'vacancy',
    '岗位空缺',
    '{seat}没有人，{place} 的事项已转给上一级。请尽快补上。',
    'An empty seat',
    'Nobody sits at {seat}; a matter at {place} went to the next above. Please fill it.',
  ),
  text(
    'settledFor',
    '您反映的事已办结',
    '您反映的 {number} 已办结，请打开查询页确认是否解决。',
    'What you reported was settled',
    'What you reported ({number}) was settled. Please open its page and say whether it is solved.',
  ),
  text(
    'endedFor',
    '您反映的事有了结果',
    '您反映的 {number} 有了新结果，请打开查询页查看。',
    'News of what you reported',
    'There is news of what you reported ({number}). Please open its page.',
  ),
  text(
    'group',
    '事项提醒',
    '{place} 有事项 {number} 需要处理，期限 {due}。{link}',
    'A matter',
    'Matter {number} at {place} is due by {due}. {link}',
  ),
  text(
    'code',
    '登录验证码',
    '验证码 {code}，{minutes} 分钟内有效。不要告诉别人。',
    'Your code',
    'Your code is {code}, good for {minutes} minutes. Tell nobody.',
  ),
]

const route = (event: Told, audience: Audience, template: string, channels: readonly Channel[], onlyEmergency = false): Route[] =>
  channels.map((channel) => ({ event, audience, channel, template, isOn: true, onlyEmergency }))

const staff: readonly Channel[] = ['app', 'push']

export const routes: readonly Route[] = [
  ...(['reported', 'passedUp', 'handedDown', 'handedOver', 'moved', 'reopened', 'unlinked'] as const).flatMap((event) =>
    route(event, 'holder', 'new', staff),
  ),
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
  ...route('resumed', 'holder', 'resumed', staff),
  ...route('joined', 'holder', 'joined', ['app']),
  ...route('settled', 'reporters', 'settledFor', ['sms', 'wechat']),
  ...route('settled', 'filer', 'settledFor', ['app']),
  ...route('refused', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('refused', 'filer', 'endedFor', ['app']),
  ...route('linked', 'reporters', 'endedFor', ['sms', 'wechat']),
  ...route('vacancy', 'administrators', 'vacancy', ['app']),
]
