/** `npm run bench -- NAME [--json]`: repeatable measurements, each a ratio against a limit measured in the same run. */
import { parseArgs } from 'node:util'

const benches = { intake: './intake.ts', queue: './queue.ts', sweep: './sweep.ts', duties: './duties.ts' } as const

export type Row = { readonly bench: string; readonly ratio: number } & Readonly<Record<string, string | number>>
export type Bench = { run(say: (line: string) => void): Promise<readonly Row[]> }

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const name = positionals[0] as keyof typeof benches | undefined
if (!name || !(name in benches)) {
  console.error(`npm run bench -- NAME [--json], where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}

const { run } = (await import(benches[name])) as Bench
const rows = await run((line) => console.error(line))
if (values.json) for (const row of rows) console.log(JSON.stringify(row))
else console.table(rows.map(({ bench: _bench, ...figures }) => figures))
process.exit(0)
