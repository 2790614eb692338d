// node scripts/export.mjs NUMBER FOLDER: one application's file, to be checked without the database.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('export', process.argv.slice(2))
