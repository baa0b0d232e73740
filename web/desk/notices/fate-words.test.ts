import { expect, test } from 'vitest'
import { reasonOf } from './fate-words.ts'

test.each([
  ['no telephone', { key: 'noTelephone' }],
  ['wechat: 43004', { key: 'follower', provider: 'wechat', code: '43004' }],
  ['aliyun: no answer', { key: 'noAnswer', provider: 'aliyun', code: 'no answer' }],
  ['aliyun: the text has no template code', { key: 'noTemplate', provider: 'aliyun', code: 'the text has no template code' }],
  ['push: HTTP 410', { key: 'phoneGone', provider: 'push', code: 'HTTP 410' }],
  ['wecom: HTTP 404', { key: 'code', provider: 'wecom', code: 'HTTP 404' }],
  ['dingtalk: 999', { key: 'code', provider: 'dingtalk', code: '999' }],
  ['something else', { key: 'other', code: 'something else' }],
])('why it was not sent: %s', (error, reason) => {
  expect(reasonOf(error)).toEqual(reason)
})
