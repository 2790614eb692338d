import type { Actor } from '../../domain/shared/actor.ts'
import type { Database } from '../database/connect.ts'
import { materialContent } from '../database/material-content.ts'
import { recordAccess } from '../http/access-audit.ts'
import { refuse } from '../http/refusal.ts'
import { type ClamdPlace, type FileContent, type Scan, scanWithClamd } from './clamd.ts'

/** Milliseconds that a scanner which did not answer is left alone, so that no clerk waits for it again and again. */
const LEFT_ALONE = 30_000
const EVERY = 10_000
const AT_ONCE = 20
/** Minutes between two tries of one file, at most. */
const LONGEST_PAUSE = 15

const DUE = `
  select c.file_id as "fileId", c.application_id as "applicationId", c.uploaded_by as "uploadedBy", c.tries
    from material_check c
   where c.region_code = $1 and c.state = 'waiting' and c.next_try_at <= $2
   order by c.next_try_at, c.file_id limit 1`
const DECIDE = `
  update material_check set state = $3, signature = $4, decided_at = $5
   where region_code = $1 and file_id = $2 and state = 'waiting' returning file_id`
const POSTPONE = `
  update material_check set tries = tries + 1, next_try_at = $3
   where region_code = $1 and file_id = $2 and state = 'waiting'`

/** What the operator set: where clamd is, and whether uploads wait for it while it is away. */
export type QuarantineSetting =
  | { readonly clamd: ClamdPlace; readonly whenAway: 'block' | 'admit-later' }
  | undefined

export type QuarantineOptions = {
  readonly db: Database
  readonly regionCode: number
  readonly clamd: ClamdPlace
  /** While the scanner is away: refuse uploads, or take them and let nobody read them. */
  readonly whenAway: 'block' | 'admit-later'
  readonly log: { warn(about: object, message: string): void }
  /** For tests. */
  readonly scan?: (place: ClamdPlace, bytes: FileContent) => Promise<Scan>
}

export type Quarantine = {
  /** Before a file is stored. A find is written into the audit and refused. */
  readonly examine: (
    upload: { readonly bytes: FileContent; readonly name: string },
    by: Actor,
    subjectId: string,
  ) => Promise<'clean' | 'waiting' | ReturnType<typeof refuse>>
  /** Scans what waits; answers how many files were decided. */
  readonly run: () => Promise<number>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

/** Every upload goes through clamd; what could not be scanned then is scanned as soon as clamd answers. */
export function createQuarantine(options: QuarantineOptions): Quarantine {
  const { db, regionCode, clamd, whenAway, log, scan = scanWithClamd } = options
  let awayUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false

  async function ask(bytes: FileContent): Promise<Scan> {
    const scanned = await scan(clamd, bytes)
    if (scanned.verdict === 'unavailable') {
      log.warn({ why: scanned.why }, 'The virus scanner could not answer')
      // It is there, but this one file is not for it.
      if (scanned.why !== 'size-limit') awayUntil = Date.now() + LEFT_ALONE
    } else awayUntil = 0
    return scanned
  }

  async function decideNext(): Promise<boolean> {
    const now = Date.now()
    const [file] = await db.query<Waiting>(DUE, [regionCode, new Date(now).toISOString()])
    if (file === undefined) return false
    const { fileId, applicationId, uploadedBy, tries } = file
    const scanned = await ask(materialContent(db, regionCode, fileId))
    if (scanned.verdict === 'unavailable') {
      const pause = Math.min(2 ** tries * 0.5, LONGEST_PAUSE) * 60_000
      await db.query(POSTPONE, [regionCode, fileId, new Date(now + pause).toISOString()])
      return scanned.why === 'size-limit'
    }
    const signature = scanned.verdict === 'found' ? scanned.signature : null
    const at = new Date().toISOString()
    const state = signature === null ? 'clean' : 'found'
    const decided = await db.query(DECIDE, [regionCode, fileId, state, signature, at])
    // Another server may have been faster: one line for one find.
    if (signature !== null && decided.length > 0)
      await recordAccess(db, regionCode, {
        action: 'infected-file-found',
        actor: uploadedBy,
        subjectId: applicationId,
        detail: { fileId, signature },
      })
    return true
  }

  async function run(): Promise<number> {
    let decided = 0
    while (!stopped && decided < AT_ONCE && (await decideNext())) decided += 1
    return decided
  }

  function look(): void {
    if (stopped) return
    running = run()
      .catch(() => log.warn({}, 'Files in quarantine could not be looked through'))
      .finally(() => {
        timer = setTimeout(look, EVERY)
        timer.unref()
      })
  }

  return {
    run,
    async examine({ bytes, name }, by, subjectId) {
      const away = Date.now() < awayUntil
      const scanned: Scan = away ? { verdict: 'unavailable', why: 'away' } : await ask(bytes)
      if (scanned.verdict === 'clean') return 'clean'
      if (scanned.verdict === 'found') {
        await recordAccess(db, regionCode, {
          action: 'infected-file-refused',
          actor: by,
          subjectId,
          detail: { signature: scanned.signature },
        })
        return refuse(
          'file-infected',
          `“${name}”查出病毒，没有接收。请用没有病毒的电脑重新扫描，或者请申请人重新提供。`,
        )
      }
      return whenAway === 'admit-later'
        ? 'waiting'
        : refuse('scanner-unavailable', '病毒查杀服务暂时没有应答，文件没有接收。请稍后再上传。', {
            retryAfterSeconds: LEFT_ALONE / 1_000,
          })
    },
    start: look,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

type Waiting = {
  readonly fileId: string
  readonly applicationId: string
  readonly uploadedBy: Actor
  readonly tries: number
}
