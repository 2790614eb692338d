import { materialsFor } from '../../domain/catalogue/materials-for.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import { pathsOf, type SituationPath } from '../../domain/catalogue/situation-paths.ts'
import type { FormDefinition } from '../../domain/form/form-definition.ts'
import {
  type PathTrial,
  playDeclined,
  playGranted,
  playPromised,
  playRefused,
} from './play-path.ts'
import type { OpenTrialStage } from './trial-stage.ts'

export type TrialProblem = { readonly path: string; readonly problem: string }

/** More ways than this nobody can check, and no trial ends in a minute. */
const MOST_TRIED = 200
/** More is not read; the first ones are mended first. */
const MOST_TOLD = 50

/**
 * Plays a whole application through every answer path of a guide and typesets every paper of it: granted on each path;
 * corrected and refused, turned away, and with promises once for each set of materials. Nothing of it touches a real
 * number. Answers every path that failed, with the reason.
 */
export async function tryGuide(
  open: OpenTrialStage,
  item: ServiceItem,
  guide: ServiceGuide,
  form: FormDefinition | null,
): Promise<readonly TrialProblem[]> {
  const paths = pathsOf(guide.questions)
  const lost = paths.filter(({ end }) => end === 'cycle' || end === 'nowhere')
  if (lost.length > 0) return lost.slice(0, MOST_TOLD).map((path) => lostWay(guide, path))
  const ways = paths.filter(({ end }) => end === 'application')
  if (ways.length > MOST_TRIED)
    return [
      {
        path: '全部情形',
        problem: `情形引导有 ${ways.length} 条以上的走法，超过 ${MOST_TRIED} 条，请合并问题`,
      },
    ]
  if (ways.length === 0)
    return [{ path: '全部情形', problem: '没有一种情形可以提出申请，请检查情形引导' }]
  const stage = await open({ item, guide, form })
  try {
    const problems: TrialProblem[] = []
    const seen = new Set<string>()
    for (const { answers } of ways) {
      const trial: PathTrial = { stage, item, guide, form, situation: answers }
      const told = await tried(trial, seen)
      const path = pathWords(guide, answers)
      problems.push(...[...new Set(told)].map((problem) => ({ path, problem })))
      if (problems.length >= MOST_TOLD) break
    }
    return problems.slice(0, MOST_TOLD)
  } finally {
    await stage.close()
  }
}

async function tried(trial: PathTrial, seen: Set<string>): Promise<string[]> {
  const asked = materialsFor(trial.guide, trial.situation)
    .map(({ number }) => number)
    .join(' ')
  const granted = await playGranted(trial)
  if (seen.has(asked)) return granted
  seen.add(asked)
  return [
    ...granted,
    ...(await playRefused(trial)),
    ...(await playDeclined(trial)),
    ...(await playPromised(trial)),
  ]
}

function lostWay(guide: ServiceGuide, { answers, end }: SituationPath): TrialProblem {
  return {
    path: pathWords(guide, answers),
    problem:
      end === 'cycle'
        ? '走到已经问过的问题，情形引导没有尽头'
        : '走到不存在的问题或者没有选项的问题',
  }
}

/** The answers as somebody reads them: 经营方式：网络经营 → 是否连锁：否. */
export function pathWords({ questions }: ServiceGuide, answers: Readonly<Record<string, string>>) {
  const words = Object.entries(answers).map(([id, value]) => {
    const question = questions.find((one) => one.id === id)
    const option = question?.options.find((one) => one.value === value)
    return `${question?.text ?? id}：${option?.label ?? value}`
  })
  return words.length === 0 ? '唯一情形' : words.join(' → ')
}
