// npm run kill: kill -9 under load, then proof that nothing was lost; see bench/kill.ts.
import { prepare, ROOT, runProgram } from './prepare.mjs'

process.chdir(ROOT)
await prepare({ web: false })
await runProgram('bench-kill', process.argv.slice(2))
