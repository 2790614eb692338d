import type { HallCall } from '../../api/hall-feed.ts'
import { callClips, type ClipName } from './call-clips.ts'
import { browserMeans } from './browser-means.ts'
import { mandarinCall } from './mandarin.ts'

/**
 * What is heard in the hall, for the device's health: `muted` until somebody touches a screen that may not sound by itself,
 * `recorded` where the browser speaks no Mandarin, `chime` where the recording cannot be had either.
 */
export type VoiceKind = 'speech' | 'recorded' | 'chime' | 'muted'
export type HallVoice = {
  readonly kind: () => VoiceKind
  readonly say: (call: Pick<HallCall, 'number' | 'windowId'>) => Promise<void>
  /** After a touch: browsers start no sound before one, unless they were told to. */
  readonly wake: () => Promise<void>
}
export type VoiceMeans = {
  readonly maySound: () => boolean
  readonly wake: () => Promise<void>
  readonly chime: () => Promise<void>
  /** The browser's own Mandarin. False: it was asked and did not speak. */
  readonly speech: {
    readonly isThere: () => boolean
    readonly say: (text: string) => Promise<boolean>
  }
  readonly recorded: {
    readonly isReady: () => boolean
    readonly play: (clips: readonly ClipName[]) => Promise<void>
  }
}

/** The best voice there is: the browser's own Mandarin, else the recording, else a chime and the screen is read. */
export function createHallVoice(means: VoiceMeans = browserMeans()): HallVoice {
  const { speech, recorded } = means
  const kind = (): VoiceKind => {
    if (!means.maySound()) return 'muted'
    if (speech.isThere()) return 'speech'
    return recorded.isReady() ? 'recorded' : 'chime'
  }
  return {
    kind,
    wake: means.wake,
    say: async (call) => {
      if (!means.maySound()) await means.wake()
      await means.chime()
      if (speech.isThere() && (await speech.say(mandarinCall(call)))) return
      const clips = callClips(call)
      if (clips !== null && recorded.isReady()) await recorded.play(clips)
    },
  }
}
