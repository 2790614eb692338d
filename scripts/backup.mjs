// npm run backup: a base backup of the embedded database into YICHUANG_BACKUP.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('backup', process.argv.slice(2))
