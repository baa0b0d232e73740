/** A file sent up. */
import { askFile } from '#web/client/files.ts'

export async function upload<T>(path: string, file: Blob): Promise<T> {
  const reply = await askFile(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file })
  return (await reply.json()) as T
}
