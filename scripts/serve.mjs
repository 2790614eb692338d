// npm run serve: production. No demonstration accounts; weak settings are refused by the program itself.
import { prepare, ROOT, runProgram, say } from './prepare.mjs'

process.chdir(ROOT)
await prepare({ web: true })
say('启动服务（生产） / starting for production')
await runProgram('main', process.argv.slice(2))
