// npm run verify: recomputes the whole trail; the exit code is the program's.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('verify', process.argv.slice(2))
