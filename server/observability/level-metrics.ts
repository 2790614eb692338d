import { Gauge, type Registry } from 'prom-client'
import type { Database } from '../database/connect.ts'
import { levels } from '../database/observe.ts'

/** What is read off at the moment of a scrape. */
export function watchLevels({ pool }: Database, registers: Registry[]): void {
  const level = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  level('yichuang_pool_connections', 'Connections to the database', () => pool.totalCount)
  level('yichuang_pool_idle', 'Connections that nobody uses', () => pool.idleCount)
  level('yichuang_pool_waiting', 'Statements that wait for a connection', () => pool.waitingCount)
  level(
    'yichuang_live_listeners',
    'Pages that follow the live feed',
    () => levels['live-listeners'],
  )
  level(
    'yichuang_password_hashes',
    'Password hashes under way or waiting for a thread',
    () => levels['password-hashes'],
  )
}
