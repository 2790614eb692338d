// npm run restore: a data folder from a backup, as it was at a moment.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('restore', process.argv.slice(2))
