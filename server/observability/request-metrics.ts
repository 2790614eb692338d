import type { FastifyInstance } from 'fastify'
import { Counter, Histogram, type Registry } from 'prom-client'
import { roleLabel, routeLabel } from './route-label.ts'

const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.2, 0.5, 1, 5]

/** Requests by operation, status and post; how long the answers took. */
export function countRequests(http: FastifyInstance, registers: Registry[]): void {
  const requests = new Counter({
    name: 'yichuang_requests_total',
    help: 'Requests answered, by operation of the contract, status and post',
    labelNames: ['operation', 'status', 'role'],
    registers,
  })
  const seconds = new Histogram({
    name: 'yichuang_request_seconds',
    help: 'From the first byte to the end of the answer; live feeds are left out',
    labelNames: ['operation'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  http.addHook('onResponse', (request, reply, done) => {
    const operation = routeLabel(request)
    const status = String(reply.statusCode)
    requests.inc({ operation, status, role: roleLabel(request) })
    if (operation !== 'liveFeed') seconds.observe({ operation }, reply.elapsedTime / 1000)
    done()
  })
}
