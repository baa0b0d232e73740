/** The distribution rule of the design, read from the database's own catalogue: every tenant table can be sharded by county. */
import pg from 'pg'
import { expect, inject, test } from 'vitest'

/** Shared by all counties, or local to signing in and to the migrations. */
const notTenant = [
  'counties',
  'auth_users',
  'auth_sessions',
  'auth_accounts',
  'auth_verifications',
  'throttles',
  'installation',
  'resident_codes',
  'resident_sessions',
  'kysely_migration',
  'kysely_migration_lock',
]

async function ask<T>(question: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: inject('databaseUrl').replace(/\/[^/]*$/, '/stage') })
  await client.connect()
  try {
    return (await client.query(question)).rows as T[]
  } finally {
    await client.end()
  }
}

const tables = () =>
  ask<{ name: string; comment: string | null }>(
    `select relname as name, obj_description(oid) as comment from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
const columns = (of: string) =>
  `(select array_agg(attname::text order by at) from unnest(${of}) with ordinality as k (attnum, at) join pg_attribute using (attnum) where attrelid = conrelid)`

test('every tenant table has a plain column county char(6) not null', async () => {
  const rows = await ask<{ name: string; type: string; not_null: boolean; generated: string }>(
    `select relname as name, format_type(atttypid, atttypmod) as type, attnotnull as not_null, attgenerated as generated
     from pg_class left join pg_attribute on attrelid = pg_class.oid and attname = 'county' where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const tenant = rows.filter(({ name }) => !notTenant.includes(name))

  expect(tenant.length).toBeGreaterThan(8)
  for (const { name, type, not_null, generated } of tenant)
    expect([name, type, not_null, generated]).toEqual([name, 'character(6)', true, ''])
})

test('county leads every primary key, unique key and foreign key of a tenant table, and every unique index', async () => {
  const keys = await ask<{ name: string; table: string; type: string; target: string | null; columns: string[] }>(
    `select conname as name, conrelid::regclass::text as table, contype as type, nullif(confrelid, 0)::regclass::text as target, ${columns('conkey')} as columns
     from pg_constraint where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace`,
  )
  for (const { name, table, columns: led } of keys.filter((key) => !notTenant.includes(key.table)))
    expect([name, led[0], table]).toEqual([name, 'county', table])

  const indexes = await ask<{ name: string; table: string; first: string | null }>(
    `select indexrelid::regclass::text as name, indrelid::regclass::text as table, (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) as first
     from pg_index join pg_class on pg_class.oid = indrelid where indisunique and relnamespace = 'public'::regnamespace`,
  )
  for (const { name, first } of indexes.filter((index) => !notTenant.includes(index.table))) expect([name, first]).toEqual([name, 'county'])
})

test('a foreign key points to another tenant table by its county, or to the counties themselves', async () => {
  const keys = await ask<{ name: string; table: string; target: string; to: string[]; on_delete: string }>(
    `select conname as name, conrelid::regclass::text as table, confrelid::regclass::text as target, confdeltype as on_delete,
       (select array_agg(attname::text order by at) from unnest(confkey) with ordinality as k (attnum, at) join pg_attribute using (attnum) where attrelid = confrelid) as to
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  for (const { name, table, target, to, on_delete } of keys.filter((key) => !notTenant.includes(key.table))) {
    expect([name, target === 'counties' ? 'code' : 'county']).toEqual([name, to[0]])
    expect([name, on_delete]).not.toEqual([name, 'n'])
    expect([name, notTenant.includes(target) && target !== 'counties']).toEqual([name, false])
    expect(table).not.toBe('')
  }
})

test('there are no triggers and no row-level security', async () => {
  expect(await ask(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
  expect(await ask(`select relname from pg_class where relrowsecurity`)).toEqual([])
})

test('every table says what it is', async () => {
  for (const { name, comment } of await tables())
    if (!name.startsWith('kysely_')) expect([name, (comment ?? '').length > 20]).toEqual([name, true])
})
