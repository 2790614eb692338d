import { z } from 'zod'
import { CAST } from './cast.ts'
import { Expectation } from './expectation.ts'
import { placedFaults } from './placed-fault.ts'
import type { PlacedFault } from './placed-fault.ts'
import { PROCEDURE_COMMANDS } from './procedure-commands.ts'
import { REHEARSAL_COMMANDS } from './rehearsal-commands.ts'
import type { RehearsalCommand } from './rehearsal-commands.ts'
import type { Step, StepAct } from './scenario.ts'
import { moment, oneOf, words } from './scenario-words.ts'
import { ReceiveFields, SealModeFields, TamperFields, WaitFields } from './step-commands.ts'

const as = oneOf(CAST, '账号').optional()
const common = { at: moment.optional(), as, expect: Expectation.optional() }

const LookingStep = z.strictObject({ ...common, see: words })
const DoingStep = z.strictObject({
  ...common,
  do: oneOf(REHEARSAL_COMMANDS, '命令'),
  application: words.optional(),
  with: z.unknown().optional(),
})

/** Commands that nobody in particular gives. */
const OF_NOBODY: readonly string[] = ['see', 'wait', 'tamper']

/** Reads the step at that place of the list; null when it has faults, which are added to `faults`. */
export function readStep(raw: unknown, index: number, faults: PlacedFault[]): Step | null {
  const path = ['steps', index]
  const shape = shapeOf(raw)
  if (shape !== 'looking' && shape !== 'doing') {
    faults.push({ path, message: shape })
    return null
  }
  return shape === 'looking' ? readLooking(raw, index, faults) : readDoing(raw, index, faults)
}

/** Which of the two a step is; else what is wrong with it. */
function shapeOf(raw: unknown): string {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return '步骤应当写成键和值，例如 { as: window.clerk.1, do: accept, application: A }，请改写'
  if ('see' in raw && 'do' in raw) return '一个步骤不能同时写 see 和 do，请分成两个步骤'
  if ('see' in raw) return 'looking'
  return 'do' in raw ? 'doing' : '步骤既没有 do 也没有 see，请写明做什么或者看什么'
}

function readLooking(raw: unknown, index: number, faults: PlacedFault[]): Step | null {
  const parsed = LookingStep.safeParse(raw)
  if (!parsed.success) return refuse(faults, parsed.error, ['steps', index])
  const { see, ...rest } = parsed.data
  return stepOf(index, { ...rest, application: see }, 'see', { kind: 'see' })
}

function readDoing(raw: unknown, index: number, faults: PlacedFault[]): Step | null {
  const path = ['steps', index]
  const parsed = DoingStep.safeParse(raw)
  if (!parsed.success) return refuse(faults, parsed.error, path)
  const { do: command, with: given, ...rest } = parsed.data
  const act = readAct(command, given ?? {})
  if (!act.success) return refuse(faults, act.error, [...path, 'with'])
  const lack = lackOf(command, rest)
  if (lack === null) return stepOf(index, rest, command, act.data)
  faults.push({ path, message: lack })
  return null
}

function lackOf(
  command: RehearsalCommand,
  { as: who, application, expect }: Common,
): string | null {
  if (who === undefined && !OF_NOBODY.includes(command)) return `缺少 as，请写明由谁${command}`
  if (application === undefined && command !== 'wait') return '缺少 application，请写明是哪一件办件'
  return application === undefined && expect !== undefined
    ? '没有写 application，不能核对 expect，请写明是哪一件办件'
    : null
}

type ReadAct =
  | { readonly success: true; readonly data: StepAct }
  | { readonly success: false; readonly error: z.ZodError }

function readAct(command: RehearsalCommand, given: unknown): ReadAct {
  if (command === 'receive')
    return acting(ReceiveFields.safeParse(given), (fields) => ({ kind: 'receive', fields }))
  if (command === 'confirm-seal-mode')
    return acting(SealModeFields.safeParse(given), (fields) => ({
      kind: 'confirm-seal-mode',
      fields,
    }))
  if (command === 'tamper')
    return acting(TamperFields.safeParse(given), (fields) => ({ kind: 'tamper', fields }))
  if (command === 'wait') return acting(WaitFields.safeParse(given), () => ({ kind: 'wait' }))
  return acting(PROCEDURE_COMMANDS[command].safeParse(given), (play) => ({
    kind: 'command',
    name: command,
    play,
  }))
}

function acting<Fields>(
  parsed: z.ZodSafeParseResult<Fields>,
  actOf: (fields: Fields) => StepAct,
): ReadAct {
  return parsed.success ? { success: true, data: actOf(parsed.data) } : parsed
}

function refuse(faults: PlacedFault[], error: z.ZodError, path: readonly PropertyKey[]): null {
  faults.push(...placedFaults(error.issues, path))
  return null
}

type Common = {
  readonly at?: Step['at'] | undefined
  readonly as?: Step['as'] | undefined
  readonly application?: string | undefined
  readonly expect?: Step['expect'] | undefined
}

function stepOf(index: number, common: Common, name: string, act: StepAct): Step {
  const { at = null, as: who = null, application = null, expect = {} } = common
  return { number: index + 1, at, as: who, name, application, act, expect }
}
