// npm run restore-drill: the newest backup restored, started and verified, with a report.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('restore-drill', process.argv.slice(2))
