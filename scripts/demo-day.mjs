// npm run demo:day: a whole day of the hall, seeded, through the real API at sixty times its speed; afterwards the server
// stays, so that the screens and the planner can be looked at. Options: --speed, --people, --seed, --port, --once, and
// --server URL for a demonstration that runs already.
import path from 'node:path'
import { prepare, ROOT, runProgram } from './prepare.mjs'

process.chdir(ROOT)
process.env.YICHUANG_DATA = path.join(ROOT, 'data-demo-day')
await prepare({ web: true })
await runProgram('demo-day', process.argv.slice(2))
