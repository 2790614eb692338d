import type { DeviceDriver, DriverContext, DriverTools } from '../device-driver.ts'
import type { Simulation } from './simulation.ts'

const BOXES = 24

/** Evaluator, scan gun, LED bar and locker. `say` is what people would see and hear. */
export function simulatedSmallDevices(
  simulation: Simulation,
  tools: DriverTools,
  say: (line: string) => void,
): DeviceDriver[] {
  return [
    {
      device: 'evaluator',
      name: '模拟评价器',
      simulated: true,
      operations: {
        rate: async (_: object, { signal, waiting }: DriverContext) => {
          waiting()
          say('评价器等待按键：输入 rate 1 到 rate 5')
          return { grade: await simulation.pressed(signal), text: '' }
        },
        'self-test': async () => ({ passed: true, sentence: '模拟评价器正常，等待有人按键。' }),
      },
    },
    {
      device: 'scan-gun',
      name: '模拟扫码枪',
      simulated: true,
      operations: {
        'self-test': async () => ({ passed: true, sentence: '模拟扫码枪正常：输入 scan 加编号。' }),
      },
      start: (tell) => simulation.onScan((code) => tell('scanned', { code })),
    },
    {
      device: 'led-bar',
      name: '模拟条屏',
      simulated: true,
      operations: {
        show: async ({ text }: { text: string }) => {
          say(`条屏：${text}`)
          return {}
        },
        'self-test': async () => ({ passed: true, sentence: '模拟条屏正常。' }),
      },
    },
    {
      device: 'locker',
      name: '模拟领件柜',
      simulated: true,
      operations: {
        open: async ({ box, reference }: { box: number; reference: string }) => {
          if (box > BOXES) throw tools.fault('box-unknown')
          if (simulation.isJammed(box)) throw tools.fault('box-stuck')
          say(`领件柜：第 ${box} 格已打开`)
          return { box, opened: true, openedAt: new Date().toISOString(), reference }
        },
        'self-test': async () => ({ passed: true, sentence: `模拟领件柜正常，共 ${BOXES} 格。` }),
      },
      start: (tell) => simulation.onShut((box) => tell('box-closed', { box })),
    },
  ]
}
