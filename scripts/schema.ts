/**
 * Writes db/schema.ts, the tables as TypeScript sees them, from a fresh database with all migrations applied.
 * With --check it writes nothing and fails if the file is stale.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPool, overPool } from '#db/db.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'

const target = fileURLToPath(new URL('../db/schema.ts', import.meta.url))
const config = fileURLToPath(new URL('../db/schema.config.json', import.meta.url))
const tool = fileURLToPath(new URL('../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))

/** Columns whose values have a name of their own, wherever they stand. */
const names: Record<string, string> = {
  askedBy: 'PersonId',
  byPerson: 'PersonId',
  commandId: 'CommandId',
  committee: 'PlaceCode',
  county: 'County',
  disputeId: 'DisputeId',
  endedBy: 'PersonId',
  grantedBy: 'PersonId',
  holderPlace: 'PlaceCode',
  holderRole: 'Role',
  insteadOf: 'PersonId',
  issuedBy: 'PersonId',
  kind: 'Kind',
  lane: 'PlaceCode',
  level: 'Level',
  matterId: 'MatterId',
  personId: 'PersonId',
  place: 'PlaceCode',
  registeredBy: 'PersonId',
  reporterId: 'PersonId',
  role: 'Role',
  source: 'Source',
  status: 'Status',
  successor: 'PlaceCode',
  village: 'PlaceCode',
  worker: 'PersonId',
}
/** And those that mean something else in a table: the keys, which are called id or code, and what became of a delivery. */
const keys: Record<string, Record<string, string>> = {
  ContactGroups: { kind: 'string', owner: 'PersonId' },
  Counties: { code: 'County' },
  Deliveries: { reporterId: 'string', status: "'waiting' | 'sent' | 'logged' | 'failed'" },
  Disputes: { id: 'DisputeId', source: 'DisputeSource', status: 'DisputeStatus' },
  Leaves: { person: 'PersonId', substitute: 'PersonId' },
  WechatCodes: { reporterId: 'string' },
  Matters: { id: 'MatterId' },
  People: { id: 'PersonId' },
  Photos: { id: 'PhotoId' },
  Places: { code: 'PlaceCode', parent: 'PlaceCode' },
  Posts: { id: 'PostId' },
  VillageFacilities: { kind: 'FacilityKind' },
  VillageReports: { kind: "'cases' | 'petitions'" },
}

const imports = `import type { ColumnType } from 'kysely'
import type { FacilityKind } from '#modules/beats/dossier/facility.ts'
import type { Source as DisputeSource, Status as DisputeStatus } from '#modules/disputes/dispute.ts'
import type { CommandId, County, DisputeId, MatterId, PersonId, PhotoId, PlaceCode, PostId } from '#modules/kernel/ids.ts'
import type { Source, Status } from '#modules/matters/matter.ts'
import type { Role } from '#modules/people/role.ts'
import type { Kind, Level } from '#modules/places/place.ts'`

/** Our names for the generator's strings; instants and days are text and counts are numbers, as db/db.ts reads them. */
const named = (made: string): string =>
  made
    .replace('import type { ColumnType } from "kysely";', imports)
    .replace(/export type Timestamp = .*;/, 'export type Timestamp = string;')
    .replace(/export type Int8 = .*;/, 'export type Int8 = number;')
    .replace(/export interface (\w+) \{[^}]*\}/g, (table, name: string) =>
      table.replace(/^( {2}(\w+): (?:Generated<)?)string\b/gm, (line, start: string, column: string) => {
        const type = keys[name]?.[column] ?? names[column]
        return type && name !== 'AuthAccounts' ? start + type : line
      }),
    )

/** The text that db/schema.ts should have, from the database at `url`, which has all migrations. */
export function schemaOf(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-schema-'))
  try {
    const made = join(folder, 'schema.ts')
    execFileSync(process.execPath, [tool, '--config-file', config, '--out-file', made], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: 'pipe',
    })
    return named(readFileSync(made, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'maplebridge-types-'))
  const { url, stop } = await startEmbedded({ folder, fast: true })
  const pool = openPool(url, 2)
  try {
    await migrate(overPool(pool))
    const made = schemaOf(url)
    if (process.argv.includes('--check')) {
      if (made !== readFileSync(target, 'utf8')) throw new Error('db/schema.ts is stale: run npm run schema')
    } else {
      const { writeFileSync } = await import('node:fs')
      writeFileSync(target, made)
    }
  } finally {
    await pool.end()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
