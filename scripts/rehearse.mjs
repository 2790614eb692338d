// npm run -s rehearse -- FILE…: plays scenario files; stdout carries only the program's own lines.
import { prepare, runProgram } from './prepare.mjs'

await prepare({ web: false })
await runProgram('rehearse', process.argv.slice(2))
