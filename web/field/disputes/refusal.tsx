/** Why something about a dispute was not accepted, with the names of the file as far as this phone has it. */
import './words.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import type { Refusal } from '#modules/kernel/refusal.ts'
import { cache } from '#web/client/cache.ts'
import { say } from '#web/ui/say.ts'
import { sayOf, speechOf } from './names.ts'

export function DisputeRefusal({ id, refusal }: { id: string; refusal: Refusal }) {
  const file = cache.getQueryData<DisputeFile>(['disputes', 'file', id])
  return file ? sayOf(refusal, speechOf(file, file.identities)) : say(refusal)
}
