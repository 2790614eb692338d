import type { HallBoard } from '../../contract/hall.ts'
import type { KeptNews } from './hall-feed.ts'

const KEY = 'yichuang-hall-board'
const LISTS = ['queues', 'windows', 'calls'] as const

/** The last board that this screen showed, numbers and windows only: a screen that starts anew without a server goes on with it. */
export function keptBoard(shelf: Pick<Storage, 'getItem'>, today: string): KeptNews | null {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? 'null')
    // Yesterday's numbers are nobody's.
    return isNews(kept) && kept.board.day === today ? kept : null
  } catch {
    return null
  }
}

export function keepBoard(shelf: Pick<Storage, 'setItem'>, news: KeptNews): void {
  try {
    shelf.setItem(KEY, JSON.stringify(news))
  } catch {
    // A browser that keeps nothing shows nothing without a server.
  }
}

/** An older page may have kept another shape. */
function isNews(value: unknown): value is KeptNews {
  if (typeof value !== 'object' || value === null || !('board' in value)) return false
  const board = value.board as Partial<Record<keyof HallBoard, unknown>> | null
  return (
    'lastNewsAt' in value &&
    typeof value.lastNewsAt === 'number' &&
    typeof board === 'object' &&
    board !== null &&
    LISTS.every((name) => Array.isArray(board[name]))
  )
}
