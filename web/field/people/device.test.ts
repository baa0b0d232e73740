import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('a phone is told from a computer, and WeChat from a browser', () => {
  expect(deviceOf('Mozilla/5.0 (Linux; Android 10; M2006) AppleWebKit/537.36 Chrome/86 Mobile Safari/537.36 MicroMessenger/8.0')).toEqual({
    system: 'android',
    browser: 'wechat',
  })
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604')).toEqual({
    system: 'iphone',
    browser: 'Safari',
  })
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537.36')).toEqual({ system: 'computer', browser: 'Chrome' })
  expect(deviceOf('')).toEqual({ system: 'computer', browser: 'other' })
})
