import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { scaleTables, withTables } from './scale/scale-tables.ts'

// The arithmetic of docs/scale.md: prints its tables, or with --write puts them into the document.

const document = path.resolve('docs/scale.md')
if (process.argv.includes('--write'))
  writeFileSync(document, withTables(readFileSync(document, 'utf8')))
else process.stdout.write(`${scaleTables()}\n`)
