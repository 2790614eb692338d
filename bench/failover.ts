import { parseArgs } from 'node:util'
import { runFailover } from './failover/run-failover.ts'

// Two servers and a Patroni pair behind HAProxy, all on this machine: the leader is killed under load. Needs patroni,
// etcd-server, haproxy and postgresql-15 of Debian 12. Exit code 0: no acknowledged command was lost or done twice.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    clients: { type: 'string', default: '4' },
    keep: { type: 'boolean', default: false },
  },
})
const passed = await runFailover(
  { kills: Number(values.kills), clients: Number(values.clients), keep: values.keep },
  (line) => process.stdout.write(`${line}\n`),
)
process.exitCode = passed ? 0 : 1
