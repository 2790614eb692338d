// npm run devices: the program beside the devices of a workstation. -- --simulate pretends all of them.
import { build } from './build.mjs'
import { checkNode, installPackages, ROOT, runProgram } from './prepare.mjs'

process.chdir(ROOT)
checkNode()
installPackages()
await build({ server: false, web: false })
await runProgram('main', process.argv.slice(2), 'devices')
