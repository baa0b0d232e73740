/** Ids computed from what they are about (UUID version 5, RFC 9562 5.5): what a clock or a retry does twice has one id. */
import { createHash } from 'node:crypto'

const namespace = Buffer.from('6d61706c656272696467652e6e616d65', 'hex')

/** The same parts give the same id, on every machine. */
export function idFor<T extends string>(...parts: readonly string[]): T {
  const bytes = createHash('sha1').update(namespace).update(parts.join('\u0000')).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T
}
