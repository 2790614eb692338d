// npm run bench: speed, measured by programs that ship with the product; see bench/bench.ts.
import { prepare, ROOT, runProgram } from './prepare.mjs'

process.chdir(ROOT)
await prepare({ web: true })
await runProgram('bench-bench', process.argv.slice(2))
