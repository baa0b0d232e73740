/**
 * `npm run places -- import FILE [--dry-run]`: divisions, grids and lanes from a file, with every bad row by its line.
 * `npm run places -- changes FILE [--apply --by PHONE]`: what a later edition of the national codes seems to have changed, and doing it.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { installCatalogue } from '#modules/categories/store.server.ts'
import { installDuties } from '#modules/duties/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { installNotices } from '#modules/notices/store.server.ts'
import { importFile } from '#modules/places/import.server.ts'
import { counties } from '#modules/places/store.server.ts'
import { changesFrom } from './changes-command.ts'
import { command } from './command.ts'
import { words } from './words.ts'

const usage = `npm run places -- import FILE [--dry-run]

  FILE       .json: the national division codes of one county (province, city, county, divisions with villages), for example
             db/demo/jiangxian-2019.json
             .csv:  grids and lanes, in UTF-8 or GB18030, with the columns code,name,households,scope,latitude,longitude
                    (or 编码,名称,户数,范围,纬度,经度)
  --dry-run  only say what would happen

npm run places -- changes FILE [--apply --by PHONE]

  FILE       a later edition of the national codes, .json or .csv
  --apply    carry out, today, all that needs no further word; without it nothing is written
  --by       the telephone number of the administrator who decides it`

await command(async ({ db, clock, say }) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      by: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [verb, file] = positionals
  if (values.help || (verb !== 'import' && verb !== 'changes') || !file) return say(usage)

  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  if (verb === 'changes') {
    const isLeft = await changesFrom(db, readFileSync(file), { name: file, apply: values.apply, by: values.by, at: clock(), say })
    if (isLeft) process.exitCode = 1
    return
  }
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
  for (const { code } of await counties(db)) {
    await installCatalogue(db, code)
    await installNotices(db, code)
    await installDuties(db, code)
  }
  if (errors > 0) process.exitCode = 1
})
