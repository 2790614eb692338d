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
  const tell = (message: string) => {
    faults.push({ path, message })
    return null
  }
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw))
    return tell('步骤应当写成键和值，例如 { as: window.clerk.1, do: accept, application: A }')
  if ('see' in raw && 'do' in raw) return tell('一个步骤不能同时写 see 和 do，请分成两个步骤')
  if ('see' in raw) {
    const parsed = LookingStep.safeParse(raw)
    if (!parsed.success) return refuse(faults, parsed.error, path)
    const { see, ...rest } = parsed.data
    return stepOf(index, { ...rest, application: see }, 'see', { kind: 'see' })
  }
  if (!('do' in raw)) return tell('步骤既没有 do 也没有 see，请写明做什么或者看什么')

  const parsed = DoingStep.safeParse(raw)
  if (!parsed.success) return refuse(faults, parsed.error, path)
  const { do: command, with: given, ...rest } = parsed.data
  const act = readAct(command, given ?? {})
  if (!act.success) return refuse(faults, act.error, [...path, 'with'])
  if (rest.as === undefined && !OF_NOBODY.includes(command))
    return tell(`缺少 as，请写明由谁${command}`)
  if (rest.application === undefined && command !== 'wait')
    return tell('缺少 application，请写明是哪一件办件')
  if (rest.application === undefined && rest.expect !== undefined)
    return tell('没有写 application，不能核对 expect，请写明是哪一件办件')
  return stepOf(index, rest, command, act.data)
}

type ReadAct =
  | { readonly success: true; readonly data: StepAct }
  | { readonly success: false; readonly error: z.ZodError }

function readAct(command: RehearsalCommand, given: unknown): ReadAct {
  switch (command) {
    case 'receive':
      return acting(ReceiveFields.safeParse(given), (fields) => ({ kind: 'receive', fields }))
    case 'confirm-seal-mode':
      return acting(SealModeFields.safeParse(given), (fields) => ({
        kind: 'confirm-seal-mode',
        fields,
      }))
    case 'tamper':
      return acting(TamperFields.safeParse(given), (fields) => ({ kind: 'tamper', fields }))
    case 'wait':
      return acting(WaitFields.safeParse(given), () => ({ kind: 'wait' }))
    default:
      return acting(PROCEDURE_COMMANDS[command].safeParse(given), (play) => ({
        kind: 'command',
        name: command,
        play,
      }))
  }
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
