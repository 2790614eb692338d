#!/usr/bin/env node
// Checks the exported file of one application: no database, no server, no packages, no code of the product.
// node check-file.mjs FOLDER [--root HEX]… [--key PUBLIC.pem]; exit code 0 intact, 1 not, 2 could not look.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'

const USAGE = '用法：check-file 文件夹 [--root 留痕根（64 位十六进制数）]… [--key 公钥.pem]'
let broken = 0
const say = (isRight, text) => {
  if (!isRight) broken += 1
  console.log(`${isRight ? '  ok  ' : 'NOT ok'}  ${text}`)
}
const note = (text) => console.log(`  提示  ${text}`)

/** SM3, GB/T 32905-2016; written out here so that any Node and any OpenSSL will do. */
function sm3(text) {
  const rotate = (x, n) => (n % 32 === 0 ? x : (x << (n % 32)) | (x >>> (32 - (n % 32))))
  const message = Buffer.isBuffer(text) ? text : Buffer.from(text)
  const padded = Buffer.alloc(Math.ceil((message.length + 9) / 64) * 64)
  message.copy(padded)
  padded[message.length] = 0x80
  padded.writeBigUInt64BE(BigInt(message.length) * 8n, padded.length - 8)
  const v = [
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
  ]
  const w = new Int32Array(68)
  for (let block = 0; block < padded.length; block += 64) {
    for (let j = 0; j < 16; j += 1) w[j] = padded.readInt32BE(block + j * 4)
    for (let j = 16; j < 68; j += 1) {
      const x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15)
      w[j] = x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6]
    }
    let [a, b, c, d, e, f, g, h] = v
    for (let j = 0; j < 64; j += 1) {
      const early = j < 16
      const ss1 = rotate((rotate(a, 12) + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, j)) | 0, 7)
      const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
      const gg = early ? e ^ f ^ g : (e & f) | (~e & g)
      const tt1 = (ff + d + (ss1 ^ rotate(a, 12)) + (w[j] ^ w[j + 4])) | 0
      const tt2 = (gg + h + ss1 + w[j]) | 0
      ;[a, b, c, d] = [tt1, a, rotate(b, 9), c]
      ;[e, f, g, h] = [tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17), e, rotate(f, 19), g]
    }
    for (const [i, x] of [a, b, c, d, e, f, g, h].entries()) v[i] ^= x
  }
  return v.map((x) => (x >>> 0).toString(16).padStart(8, '0')).join('')
}

/** JSON with sorted keys and no blanks. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

function checkChain(application, events) {
  let previous = '0'.repeat(64)
  for (const [index, e] of events.entries()) {
    const what = [e.regionCode, e.applicationId, e.seq, e.version, e.commandId, e.type, e.data]
    const hash = sm3(canonical([previous, ...what, e.recordedAt, e.origin]))
    const belongs =
      e.regionCode === application.regionCode && e.applicationId === application.applicationId
    if (e.seq !== index + 1 || hash !== e.hash || e.data?.type !== e.type || !belongs) {
      say(false, `事件链：第 ${index + 1} 个事件与其所载的值不符（被改动、删除、插入或者调换）`)
      return
    }
    previous = hash
  }
  say(events.length > 0, `事件链：${events.length} 个事件逐个相接`)
  const isWhole = application.seq === events.length && application.head === previous
  say(isWhole, `链尾与办件登记${isWhole ? '一致' : `不一致（登记 ${application.seq} 个事件）`}`)
}

/** The number of the event up to which this root vouches for the file; 0 when it does not fit. */
function checkRoot({ applicationId, regionCode }, events, entry, ownKey) {
  const { day, root, applications, signature, seq, head, proof, publicKey } = entry
  const tell = (isRight, right, wrong) => say(isRight, `${day} 留痕根：${isRight ? right : wrong}`)
  const isHead = events[seq - 1]?.hash === head
  tell(isHead, `所载链尾是第 ${seq} 个事件`, `所载链尾不是第 ${seq} 个事件`)
  const join = (hash, step) =>
    sm3(step.side === 'left' ? `01${step.hash}${hash}` : `01${hash}${step.hash}`)
  const isIn = proof.reduce(join, sm3(`00${canonical([applicationId, seq, head])}`)) === root
  tell(isIn, '包含证明成立', '包含证明不成立')
  const statement = canonical(['yichuang-daily-root', regionCode, day, applications, root])
  tell(verifies(statement, signature, publicKey), '签名有效', '签名无效')
  if (ownKey) {
    tell(verifies(statement, signature, ownKey), '由所给公钥签发', '不是所给公钥签发的')
  }
  return isHead && isIn ? seq : 0
}

function checkRoots(application, events, roots, wanted, ownKey) {
  let covered = 0
  for (const entry of roots) {
    const upTo = checkRoot(application, events, entry, ownKey)
    if (wanted.length === 0 || wanted.includes(entry.root)) covered = Math.max(covered, upTo)
  }
  for (const root of wanted) {
    const day = roots.find((one) => one.root === root)?.day
    say(day, `所给留痕根 ${root.slice(0, 8)}…：${day ? `即 ${day} 的根` : '本件不在其中'}`)
  }
  const which = wanted.length > 0 ? '所给' : ''
  if (covered < events.length)
    note(`第 ${covered + 1} 个事件起不在${which}留痕根之内，只能证明彼此相接`)
  if (wanted.length === 0) note('没有给出 --root：未与您另行保存的留痕根比对')
}

function verifies(text, signature, key) {
  try {
    const publicKey = createPublicKey(key)
    if (publicKey.asymmetricKeyType !== 'ed25519') return false
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** Files are known by their hash: names prove nothing. */
function checkFiles(folder, events) {
  const data = events.map((event) => event.data ?? {})
  const of = (type) => data.filter((event) => event.type === type)
  const notices = of('NoticeSigned').map((e) => [e.sha256, `文书 ${e.number}`])
  const materials = of('MaterialAttached').map((e) => [
    e.sha256,
    `第 ${e.material} 项材料 ${e.name}`,
  ])
  compare(folder, 'notices', notices, () => false)
  // The event hashed the signature on glass as the data URL that the browser sent.
  const drawn = (bytes) => sm3(`data:image/png;base64,${bytes.toString('base64')}`)
  const signed = of('ResultDelivered').flatMap((e) => e.signature ?? [])
  compare(folder, 'materials', materials, (bytes) => signed.includes(drawn(bytes)))
  const kept = filesIn(folder, 'materials').map(({ bytes }) => drawn(bytes))
  for (const hash of signed) {
    if (kept.includes(hash)) say(true, '领取签名与事件所载一致')
    else note('领取签名的图片没有随附')
  }
  const certificates = filesIn(folder, 'certificates').length
  if (certificates > 0) note(`证照 ${certificates} 份：真伪请以其 PDF 电子签名核验`)
}

function compare(folder, name, expected, isKnown) {
  const files = filesIn(folder, name).map((file) => ({ ...file, hash: sha256(file.bytes) }))
  for (const [hash, title] of expected) {
    const isThere = files.some((file) => file.hash === hash)
    say(isThere, `${title}${isThere ? '与事件所载一致' : '缺失或者被改动'}`)
  }
  for (const { file, hash, bytes } of files) {
    if (expected.some(([known]) => known === hash) || isKnown(bytes)) continue
    say(false, `${name}/${file} 不在留痕之中`)
  }
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

function filesIn(folder, name) {
  const place = path.join(folder, name)
  const names = existsSync(place) ? readdirSync(place).sort() : []
  return names.map((file) => ({ file, bytes: readFileSync(path.join(place, file)) }))
}

function main({ values: { root: wanted, key }, positionals: [folder] }) {
  const roots = wanted.map((root) => root.toLowerCase())
  const text = (name) => readFileSync(path.join(folder, name), 'utf8')
  const application = JSON.parse(text('application.json'))
  if (application.format !== 'yichuang-trail/1') throw new Error('不认识这种导出格式')
  const lines = text('events.jsonl').split('\n').filter(Boolean)
  const events = lines.map((line) => JSON.parse(line))
  console.log(`办件 ${application.number}`)
  checkChain(application, events)
  checkRoots(application, events, JSON.parse(text('roots.json')), roots, key && readFileSync(key))
  checkFiles(folder, events)
  console.log(broken === 0 ? '核验通过' : `核验未通过：${broken} 处不符`)
  return broken === 0 ? 0 : 1
}

function readArguments() {
  const options = { root: { type: 'string', multiple: true, default: [] }, key: { type: 'string' } }
  try {
    const given = parseArgs({ options, allowPositionals: true })
    const areRoots = given.values.root.every((root) => /^[0-9a-f]{64}$/i.test(root))
    if (given.positionals.length === 1 && areRoots) return given
  } catch {}
  throw new Error(USAGE)
}

try {
  process.exitCode = main(readArguments())
} catch ({ code, path: file, message }) {
  const isOwn = /[一-龥]/.test(message)
  const reason = code === 'ENOENT' ? `没有找到 ${file}` : isOwn ? message : '文件的内容不合导出格式'
  console.error(`不能核验：${reason}`)
  process.exitCode = 2
}
