import { expect, test } from 'vitest'
import { callClips } from './call-clips.ts'
import { CLIP_TIMES } from './clips/clip-times.ts'
import { createHallVoice, type VoiceMeans } from './hall-voice.ts'

const CALL = { number: 'A012', windowId: 2 }

function hall(over: { mandarin?: boolean; speaks?: boolean; clips?: boolean; sounds?: boolean }) {
  const heard: string[] = []
  const means: VoiceMeans = {
    maySound: () => over.sounds ?? true,
    wake: async () => void heard.push('wake'),
    chime: async () => void heard.push('chime'),
    speech: {
      isThere: () => over.mandarin ?? false,
      say: async () => {
        if (over.speaks === false) return false
        heard.push('speech')
        return true
      },
    },
    recorded: {
      isReady: () => over.clips ?? false,
      play: async (clips) => void heard.push(clips.join(' ')),
    },
  }
  return { voice: createHallVoice(means), heard }
}
const RECORDED = 'qing A 0 1 2 hao dao 2 window'

test.each([
  [{ mandarin: true, clips: true }, 'speech', ['chime', 'speech']],
  [{ clips: true }, 'recorded', ['chime', RECORDED]],
  [{}, 'chime', ['chime']],
  // A voice that is listed and then fails is no silence.
  [{ mandarin: true, speaks: false, clips: true }, 'speech', ['chime', RECORDED]],
  [{ sounds: false, clips: true }, 'muted', ['wake', 'chime', RECORDED]],
] as const)('the best voice there is: %o', async (over, kind, expected) => {
  const { voice, heard } = hall(over)
  expect(voice.kind()).toBe(kind)
  await voice.say(CALL)
  expect(heard).toEqual(expected)
})

test('windows are counted as one counts, numbers read digit by digit, and every clip was recorded', () => {
  const windowOf = (windowId: number) => callClips({ number: 'Y103', windowId })?.slice(7).join(' ')
  expect([2, 10, 12, 20, 21].map(windowOf)).toEqual([
    '2 window',
    'ten window',
    'ten 2 window',
    '2 ten window',
    '2 ten 1 window',
  ])
  for (const letter of 'ABCDPY')
    for (const clip of callClips({ number: `${letter}0123456789`, windowId: 98 }) ?? ['none'])
      expect(CLIP_TIMES).toHaveProperty(clip)
  expect(callClips({ number: 'Z001', windowId: 1 })).toBeNull()
})
