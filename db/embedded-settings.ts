/** How the embedded PostgreSQL is set: for a machine of 2 cores and 2 GB that also runs Maplebridge. Given at each start, so code and server never differ. */
const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '', // a socket's path is limited to about 100 characters, a data folder's is not
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1', // solid-state disks
  max_wal_size: '2GB',
  wal_compression: 'on',
  jit: 'off', // the queries are short
  logging_collector: 'off',
  log_checkpoints: 'off',
}

const safe = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/** For tests: survives the end of any process, but not of the machine. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }

export const settings = (options: { fast: boolean }): string[] =>
  Object.entries({ ...always, ...(options.fast ? fast : safe) }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
