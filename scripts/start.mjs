// npm start: the whole centre with its demonstration, from nothing to an address in the browser.
import { prepare, ROOT, runProgram, say } from './prepare.mjs'

process.chdir(ROOT)
await prepare({ web: true })
say('启动服务 / starting')
await runProgram('main', ['--demo', ...process.argv.slice(2)])
