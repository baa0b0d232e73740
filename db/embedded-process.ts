/** What is running on this machine, asked of the system. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The command line of a running process, or '' when there is none. A process number alone proves nothing: numbers are used again. */
export function commandLine(pid: number): string {
  if (!Number.isInteger(pid) || pid <= 0) return ''
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  const [command, ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`]
      : ['ps', '-o', 'command=', '-p', String(pid)]
  return (spawnSync(command as string, args, { encoding: 'utf8', windowsHide: true }).stdout ?? '').trim()
}
