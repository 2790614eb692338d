import os from 'node:os'

const MB = 2 ** 20

/** Never more than this for PostgreSQL's own buffers, in bytes: the system caches the rest. */
const MOST_BUFFERS = 2048 * MB
const LEAST_BUFFERS = 128 * MB

/**
 * What PostgreSQL's defaults get wrong on today's machines: buffers of 128 MB whatever there is, disks that turn, and a
 * compiler for queries that take milliseconds. `memory` is the machine's, in bytes. Nothing here touches durability.
 */
export function tunedSettings(memory: number = os.totalmem()): Record<string, string | number> {
  const buffers = Math.min(Math.max(memory / 8, LEAST_BUFFERS), MOST_BUFFERS)
  return {
    shared_buffers: `${Math.floor(buffers / MB)}MB`,
    effective_cache_size: `${Math.floor(memory / 2 / MB)}MB`,
    random_page_cost: 1.1,
    jit: 'off',
    // Fewer checkpoints, so fewer whole pages in the log after each.
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
  }
}
