import { readConfiguration, weaknessesOf } from '../server/configuration.ts'
import { say, startServer } from '../server/start-server.ts'

// The shipped server with the same settings and the same refusals, but nobody puts its notices on paper: what a command
// costs is measured apart from what typesetting and signing cost.
const configuration = readConfiguration(process.env, [])
const weaknesses = weaknessesOf(configuration, process.env)
if (weaknesses.length > 0) throw new Error(weaknesses.join('\n'))
const server = await startServer(configuration, { papers: false })
say('No papers are made.')
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.stop().then(() => process.exit(0)))
