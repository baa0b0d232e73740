/** `npm run places -- import FILE [--dry-run]`: divisions, grids and lanes from a file, with every bad row by its line. */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { installCatalogue } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { importFile } from '#modules/places/import.server.ts'
import { counties } from '#modules/places/store.server.ts'
import { command } from './command.ts'
import { words } from './words.ts'

const usage = `npm run places -- import FILE [--dry-run]

  FILE       .json: the national division codes of one county (province, city, county, divisions with villages), for example
             db/demo/jiangxian-2019.json
             .csv:  grids and lanes, in UTF-8 or GB18030, with the columns code,name,households,scope,latitude,longitude
                    (or 编码,名称,户数,范围,纬度,经度)
  --dry-run  only say what would happen`

await command(async ({ db, clock, say }) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  })
  const [verb, file] = positionals
  if (values.help || verb !== 'import' || !file) return say(usage)

  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const report = await importFile(db, readFileSync(file), { name: file, dryRun: values['dry-run'], today: dayOf(clock()) })
  if (isRefusal(report)) throw new Error(`${file} could not be read as places: ${report.facts['why'] ?? report.refused}\n\n${usage}`)
  for (const { line, code, problem, facts, severity } of report.problems)
    say(`line ${line}  ${severity}  ${code ?? ''}  ${words('en')(`files:${problem}`, facts)}`)
  const errors = report.problems.filter(({ severity }) => severity === 'error').length
  say(
    `${report.rows} rows: ${report.added} new, ${report.changed} changed, ${report.same} as they were; ${errors} errors, ${report.problems.length - errors} warnings`,
  )
  say(
    report.written
      ? 'Written.'
      : errors > 0
        ? 'Nothing was written: mend the errors and import again.'
        : 'Nothing was written: this was a dry run.',
  )
  for (const { code } of await counties(db)) await installCatalogue(db, code)
  if (errors > 0) process.exitCode = 1
})
